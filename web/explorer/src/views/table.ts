// The views of the page: another one is one line here, its folder, and its operation.
import type { ComponentType } from "preact";
import { Home } from "./home/Home.tsx";
import { Search } from "./search/Search.tsx";

export interface View {
  /** Its name in the URL; its title is `text.views[name]`. */
  readonly name: string;
  readonly component: ComponentType;
  /** The letter after `g` that leads to it. */
  readonly key?: string;
  /** One of these rights is needed; without it the view is not offered. */
  readonly rights: readonly string[];
  /** Whether the navigation lists it. */
  readonly isListed: boolean;
}

const ASK = ["ask"];

export const VIEWS: readonly View[] = [
  { name: "home", component: Home, key: "h", rights: ASK, isListed: true },
  { name: "search", component: Search, key: "/", rights: ASK, isListed: false },
];
