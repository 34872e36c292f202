// The page: it sends one request at a time and shows the answer as it came.
const form = document.getElementById("form");
const query = document.getElementById("query");
const variables = document.getElementById("variables");
const answer = document.getElementById("answer");
const state = document.getElementById("state");
let running = null;

async function post(body, signal) {
  const response = await fetch("graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify(body),
    signal,
  });
  return response.json();
}

async function ask() {
  running?.abort();
  running = new AbortController();
  answer.textContent = "…";
  try {
    const text = variables.value.trim();
    const body = { query: query.value, variables: text ? JSON.parse(text) : null };
    answer.textContent = JSON.stringify(await post(body, running.signal), null, 2);
  } catch (error) {
    if (error.name !== "AbortError") answer.textContent = String(error.message);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    ask();
  }
});

// Only a session of this browser can be signed out of; whoever asks by a token, or needs none, sees nothing of it.
fetch("session", { headers: { accept: "application/json" } }).then(async (response) => {
  if (!response.ok) return;
  const { name, session } = await response.json();
  if (!session) return;
  document.getElementById("who").textContent = `Signed in as ${name}.`;
  document.getElementById("session").hidden = false;
});

document.getElementById("sign-out").addEventListener("click", async () => {
  const response = await fetch("logout", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (response.ok) location.assign("signed-out");
});

post({ query: "{ status { generation builtAt counts { usage nodes { key value } } } }" }).then(
  ({ data }) => {
    if (!data) return;
    const { generation, builtAt, counts } = data.status;
    const nodes = counts.nodes.map(({ key, value }) => `${value} ${key}`).join(", ");
    state.textContent = builtAt
      ? `Generation ${generation}, built ${builtAt}: ${nodes}, ${counts.usage} usage rows.`
      : "Nothing is loaded yet: run `remit load`.";
  },
  () => {},
);
