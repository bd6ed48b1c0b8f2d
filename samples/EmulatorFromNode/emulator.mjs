// Starts the emulator for tests and reads what it prints. Node's own modules only.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

// ONEDRIVE_EMULATOR_COMMAND names the command when onedrive-emulator is not on the PATH.
export async function startEmulator(...options) {
  const [command, ...first] = (process.env.ONEDRIVE_EMULATOR_COMMAND ?? "onedrive-emulator").split(" ");
  const child = spawn(command, [...first, "--port", "0", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const found = {};
  child.once("error", (error) => { found.error = error; });
  for await (const line of createInterface({ input: child.stdout })) {
    const listening = /listening on (\S+)/.exec(line);
    const setting = /^\s+(Tenant id|Client id|Client secret|User)\s+(\S+)/.exec(line);
    if (listening) {
      found.endpoint = listening[1];
    } else if (setting) {
      found[setting[1]] = setting[2];
    }
    if (Object.keys(found).length === 5) {
      break;
    }
  }
  if (!found.endpoint) {
    throw new Error("The emulator did not start.", { cause: found.error });
  }
  child.stdout.resume();
  return {
    endpoint: found.endpoint,
    tenant: found["Tenant id"],
    clientId: found["Client id"],
    clientSecret: found["Client secret"],
    user: found.User,
    fault: (fault) => fetch(`${found.endpoint}_emulator/faults`, { method: "POST", body: JSON.stringify(fault) }),
    stop: () => { child.kill(); return ended; },
  };
}
