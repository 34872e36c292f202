// GraphiQL for one Remit server: its own files, its own address, and a token that is gone with the tab.
import { GraphiQL } from "graphiql";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/graphiql.css";
import "./page.css";

const TOKEN = "remit.token";
const FIRST = `# Every question stands in the documentation at the left. Ctrl-Enter asks.
{
  status {
    generation
    builtAt
    counts {
      nodes {
        key
        value
      }
    }
  }
}
`;

async function ask(parameters, options) {
  const token = sessionStorage.getItem(TOKEN);
  const response = await fetch("graphql", {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...options?.headers,
    },
    body: JSON.stringify(parameters),
  });
  if (response.status === 401) window.dispatchEvent(new Event("remit-unauthorized"));
  return response.json();
}

function Page() {
  const [asked, setAsked] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const askForIt = () => setAsked(true);
    window.addEventListener("remit-unauthorized", askForIt);
    return () => window.removeEventListener("remit-unauthorized", askForIt);
  }, []);

  function unlock(event) {
    event.preventDefault();
    sessionStorage.setItem(TOKEN, new FormData(event.target).get("token").trim());
    setAsked(false);
    setAttempt(attempt + 1);
  }

  return (
    <>
      {asked && (
        <form className="remit-token" onSubmit={unlock}>
          <label>
            This server needs a token <input name="token" type="password" autoComplete="off" required />
          </label>
          <button type="submit">Use it in this tab</button>
          <a href="login?next=/graphiql">or sign in</a>
        </form>
      )}
      <GraphiQL key={attempt} fetcher={ask} storage={sessionStorage} defaultQuery={FIRST} />
    </>
  );
}

createRoot(document.getElementById("graphiql")).render(<Page />);
