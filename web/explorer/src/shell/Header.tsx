// The top of the page: where one is, the search, the views, who asks.
import { mayDo, session, signOut } from "../client/session.ts";
import { href, location } from "../location/location.ts";
import { text, titleOf } from "../text/index.ts";
import { VIEWS } from "../views/table.ts";
import { isHelpOpen } from "./keyboard.ts";
import { SearchBox } from "./SearchBox.tsx";
import { nextTheme, theme } from "./theme.ts";

const THEME_MARKS = { auto: "◐", light: "○", dark: "●" } as const;

export function Header() {
  return (
    <header class="top">
      <a class="product" href={href("home")}>
        <Mark />
        {text.product}
      </a>
      <SearchBox />
      <div class="top-tools">
        <button type="button" class="quiet icon" onClick={nextTheme} title={text.shell.theme[theme.value]} aria-label={text.shell.theme[theme.value]}>
          <span aria-hidden="true">{THEME_MARKS[theme.value]}</span>
        </button>
        <button
          type="button"
          class="quiet icon"
          aria-expanded={isHelpOpen.value}
          title={text.shell.help}
          aria-label={text.shell.help}
          onClick={() => (isHelpOpen.value = !isHelpOpen.value)}
        >
          <span aria-hidden="true">?</span>
        </button>
        {session.value?.session && (
          <span class="session" id="session">
            <span id="who">{text.shell.signedInAs(session.value.name)}</span>
            <button type="button" id="sign-out" class="quiet" onClick={() => void signOut()}>
              {text.shell.signOut}
            </button>
          </span>
        )}
      </div>
    </header>
  );
}

/** Three nodes and two edges: the sign of the product. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d="M4.5 10h4M11 8.6l4-3M11 11.4l4 3" stroke="currentColor" stroke-width="1.5" />
      <circle cx="3.5" cy="10" r="2.2" fill="currentColor" />
      <circle cx="16.5" cy="4.5" r="2.2" fill="currentColor" />
      <circle cx="16.5" cy="15.5" r="2.2" fill="currentColor" />
      <circle cx="10" cy="10" r="2.8" fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}

export function Navigation() {
  return (
    <nav class="views" aria-label={text.shell.navigation}>
      <ul>
        {VIEWS.filter(({ isListed, rights }) => isListed && mayDo(...rights)).map(({ name, key }) => (
          <li key={name}>
            <a
              href={href(name)}
              aria-current={location.value.view === name ? "page" : undefined}
              title={key ? `g ${key}` : undefined}
              aria-keyshortcuts={key ? `g ${key}` : undefined}
            >
              {titleOf(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
