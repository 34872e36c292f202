// A view whose code comes when it is opened first: what nobody looks at is not loaded.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Problem } from "../parts/Problem.tsx";
import { text } from "../text/index.ts";

/** The view that `load` brings, once; until it is there the page says that it is asking, and why where it does not come. */
export function onNeed(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | undefined;
  return function OnNeed() {
    const [state, setState] = useState<"asking" | "there" | "failed">(loaded ? "there" : "asking");
    useEffect(() => {
      if (state !== "asking") return;
      load().then(
        (component) => {
          loaded = component;
          setState("there");
        },
        () => setState("failed"),
      );
    }, [state]);
    if (state === "failed") return <Problem problem={{ code: "OFFLINE", message: "" }} onRetry={() => setState("asking")} />;
    const View = loaded;
    return View ? (
      <View />
    ) : (
      <p class="asking" aria-busy="true">
        {text.loading}
      </p>
    );
  };
}
