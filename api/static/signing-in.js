// Signing in leads over addresses that carry no hash: what the address of the explorer asked for is kept in this tab
// meanwhile (web/explorer/src/client/session.ts), and shown afterwards.
if (location.hash) sessionStorage.setItem("remit.return", location.hash);
