"""The store of the demo: what a question reads as long as nothing was loaded into a store of one's own."""

from __future__ import annotations

from api.context import StoreContext
from api.settings import DEMO_STORE, Settings, embedded_path, read_settings
from api.terminal import print_error

EMPTY_STORE = "the store is empty; `remit load PATH` loads exported files, `remit sync` reads configured systems"


def settings_to_read() -> Settings:
    """The settings of a command that only reads; raises InputError for a wrong setting.

    `make demo` fills a store of its own, so that an organisation is never mixed with the example. Until the default store
    holds something, the demo answers in its place, and standard error says so.
    """
    settings = read_settings()
    if "store" in settings.model_fields_set or settings.snapshots is not None:
        return settings
    demo = embedded_path(DEMO_STORE)
    if not demo.exists() or _is_filled(settings):
        return settings
    print_error(
        f"remit: nothing of your own is loaded yet: this is the demo, {demo} (`remit load PATH` begins a store of your own; "
        f"REMIT_STORE={DEMO_STORE} names the demo)"
    )
    # What remit.toml says of the sources of one's own has no meaning for the demo's.
    own: dict[str, object] = {"connectors": {}, "preferred": (), "authoritative": {}, "budgets": ()}
    return settings.model_copy(update={"store": DEMO_STORE, **own})


def note_empty(context: StoreContext) -> None:
    """Say on standard error that a store holds nothing, and what to do."""
    if not context.store.generation():
        print_error(f"remit: {EMPTY_STORE}")


def _is_filled(settings: Settings) -> bool:
    if not embedded_path(settings.store).exists():
        return False
    with StoreContext(settings) as context:
        return context.store.generation() > 0
