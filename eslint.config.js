// One question only, asked of what ships: does any of it write HTML or run text as code?
// Everything else about style and mistakes belongs to oxlint, on the sources.
import noUnsanitized from "eslint-plugin-no-unsanitized";

const SHIPPED = ["dist/*/**/*.js"];

export default [
  {
    files: SHIPPED,
    linterOptions: {
      // A bundle carries its sources' comments; none of them may switch this check off.
      noInlineConfig: true,
    },
    plugins: { "no-unsanitized": noUnsanitized },
    rules: {
      "no-unsanitized/method": "error",
      "no-unsanitized/property": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
    },
  },
  {
    // These run inside other people's pages: not even the means to speak to a network.
    files: ["dist/*/content*.js"],
    rules: {
      "no-restricted-globals": [
        "error",
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "WebTransport",
        "EventSource",
        "RTCPeerConnection",
        "Worker",
        "SharedWorker",
        "BroadcastChannel",
        "Image",
      ],
      "no-restricted-properties": [
        "error",
        { property: "sendBeacon" },
        { property: "postMessage" },
        { object: "window", property: "fetch" },
        { object: "globalThis", property: "fetch" },
      ],
      "no-restricted-syntax": ["error", "ImportExpression"],
    },
  },
];
