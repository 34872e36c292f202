// Shapes of permissions and sensitivities: what colour says, shape and text say too.

/** How many of four bars are full. */
export const PERMISSION_LEVEL: Readonly<Record<string, number>> = { DISCOVER: 1, READ: 2, WRITE: 3, ADMIN: 4 };

/** A path in a square of 12 by 12: the more edges to it, the more sensitive. */
export const SENSITIVITY_GLYPHS: Readonly<Record<string, string>> = {
  public: "M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
  internal: "M2.5 2.5h7v7h-7Z",
  unknown: "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z",
  confidential: "M6 .8 11.2 6 6 11.2.8 6Z",
  restricted: "M6 .6 11.7 11H.3Z",
};
