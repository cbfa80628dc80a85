// An app with the Amplify library: it reads amplify_outputs.json, then calls the library as it is told, a line a call.
//
//     node amplify.mjs amplify_outputs.json ENDPOINT
//
// A line is `["signIn", {…}]`, and so is the answer: `{"value": …}` or `{"error": name, "message": …}`.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { Amplify } from "aws-amplify";
import * as auth from "aws-amplify/auth";
import { parseAmplifyConfig } from "aws-amplify/utils";

const [outputs, endpoint] = process.argv.slice(2);
const config = parseAmplifyConfig(JSON.parse(readFileSync(outputs, "utf-8")));
// The file has no words for them: on AWS both follow from the Region.
Object.assign(config.Auth.Cognito, { userPoolEndpoint: `${endpoint}/`, identityPoolEndpoint: `${endpoint}/` });
Amplify.configure(config);

const calls = {
  ...auth,
  config: async () => Amplify.getConfig().Auth.Cognito,
  // The library gives objects whose methods would be lost in JSON.
  setUpTOTP: async () => (await auth.setUpTOTP()).sharedSecret,
  fetchAuthSession: async (options) => {
    const { tokens, credentials } = await auth.fetchAuthSession(options);
    const [idToken, accessToken] = [tokens?.idToken?.toString(), tokens?.accessToken.toString()];
    return { idToken, accessToken, credentials };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, argument] = JSON.parse(line);
  let answer;
  try {
    answer = { value: (await calls[name](argument)) ?? null };
  } catch (error) {
    answer = { error: error.name, message: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
