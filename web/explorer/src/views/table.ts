// The views of the page: another one is one line here, its folder, and its operation.
import type { ComponentType } from "preact";
import { Home } from "./home/Home.tsx";
import { Changes } from "./changes/Changes.tsx";
import { onNeed } from "./onNeed.tsx";
import { Orphaned } from "./orphaned/Orphaned.tsx";
import { Query } from "./query/Query.tsx";
import { Paths } from "./paths/Paths.tsx";
import { BlastRadius } from "./reach/BlastRadius.tsx";
import { Exposure } from "./reach/Exposure.tsx";
import { Search } from "./search/Search.tsx";
import { Sources } from "./sources/Sources.tsx";
import { Unresolved } from "./unresolved/Unresolved.tsx";
import { WhatIf } from "./what-if/WhatIf.tsx";

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
const Cost = onNeed(() => import("./cost/Cost.tsx").then((module) => module.Cost));

export const VIEWS: readonly View[] = [
  { name: "home", component: Home, key: "h", rights: ASK, isListed: true },
  { name: "orphaned", component: Orphaned, key: "o", rights: ASK, isListed: true },
  { name: "what-if", component: WhatIf, key: "w", rights: ASK, isListed: true },
  { name: "blast-radius", component: BlastRadius, key: "b", rights: ASK, isListed: true },
  { name: "exposure", component: Exposure, key: "e", rights: ASK, isListed: true },
  { name: "paths", component: Paths, key: "p", rights: ASK, isListed: true },
  { name: "search", component: Search, key: "/", rights: ASK, isListed: false },
  { name: "cost", component: Cost, key: "c", rights: ASK, isListed: true },
  { name: "changes", component: Changes, key: "d", rights: ASK, isListed: true },
  { name: "unresolved", component: Unresolved, key: "l", rights: ASK, isListed: true },
  { name: "sources", component: Sources, key: "s", rights: ASK, isListed: true },
  { name: "query", component: Query, key: "q", rights: ASK, isListed: true },
];
