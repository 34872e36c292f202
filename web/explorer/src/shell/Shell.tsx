// The page round a view: header, views, status, and the view that the URL names.
import { useEffect, useRef } from "preact/hooks";
import { mayDo, session } from "../client/session.ts";
import { href, location, writeHash } from "../location/location.ts";
import { announcement } from "../parts/announce.ts";
import { text, titleOf } from "../text/index.ts";
import { remember } from "../views/search/recent.ts";
import { VIEWS } from "../views/table.ts";
import { Comparison } from "./AsOf.tsx";
import { Header, Navigation } from "./Header.tsx";
import { Help } from "./Help.tsx";
import { epoch } from "./status.ts";
import { StatusStrip } from "./StatusStrip.tsx";

export function Shell() {
  const { view: name } = location.value;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${titleOf(name)} · ${text.product}`;
    // Another view is read from its beginning; the first one begins where the browser does.
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [name]);
  useEffect(() => remember(location.value), [location.value]);
  return (
    <>
      <a
        class="skip"
        href={writeHash(location.value)}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {text.shell.skip}
      </a>
      <Header />
      <Navigation />
      <StatusStrip />
      {mayDo("ask") && <Comparison />}
      <main ref={main} tabIndex={-1}>
        {session.value && <Content key={`${name} ${epoch.value}`} name={name} />}
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">
        {announcement.value}
      </div>
      <Help />
    </>
  );
}

function Content({ name }: { name: string }) {
  const view = VIEWS.find((entry) => entry.name === name);
  if (!view) {
    return (
      <section class="panel">
        <h1>{text.notThere.title}</h1>
        <p>{text.notThere.lead}</p>
        <p>
          <a href={href("home")}>{text.notThere.home}</a>
        </p>
      </section>
    );
  }
  if (!mayDo(...view.rights)) return <p class="panel">{text.notAllowed}</p>;
  const View = view.component;
  return <View />;
}
