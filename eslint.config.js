// One rule only, on what is shipped: no text of any origin may reach an HTML sink. All other linting is oxlint's.
import noUnsanitized from "eslint-plugin-no-unsanitized";

export default [
  {
    files: ["dist/*/**/*.js"],
    plugins: { "no-unsanitized": noUnsanitized },
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    rules: { "no-unsanitized/method": "error", "no-unsanitized/property": "error" },
  },
];
