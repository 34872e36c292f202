// The explorer begins here.
import { render } from "preact";
import { fetchSession, interruptedHash } from "./client/session.ts";
import { follow } from "./location/location.ts";
import { listenToKeys } from "./shell/keyboard.ts";
import { Shell } from "./shell/Shell.tsx";
import { watchStatus } from "./shell/status.ts";
import { applyTheme } from "./shell/theme.ts";
import "./styles/theme.css";
import "./styles/shell.css";
import "./styles/parts.css";

applyTheme();
follow();
const interrupted = interruptedHash();
if (interrupted && !location.hash) location.hash = interrupted;
listenToKeys();
void fetchSession();
watchStatus();
render(<Shell />, document.getElementById("explorer")!);
