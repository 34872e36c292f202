import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types and texts of the operations, from the schema that the server writes; both are committed. */
const config: CodegenConfig = {
  schema: "../../api/schema.graphql",
  documents: "src/operations/*.graphql",
  generates: {
    "src/client/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        strictScalars: true,
        useTypeImports: true,
        disableDescriptions: true,
        scalars: {
          DateTime: "string",
          Date: "string",
          Decimal: "string",
          Long: "number",
          PropertyValue: "string | string[] | number | boolean",
          CypherParameters: "Record<string, unknown>",
          CypherRows: "unknown[][]",
          StringColumn: "(string | null)[]",
          IntColumn: "(number | null)[]",
          FloatColumn: "(number | null)[]",
          BooleanColumn: "(boolean | null)[]",
          DecimalColumn: "(string | null)[]",
        },
      },
    },
  },
};
export default config;
