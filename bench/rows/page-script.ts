import { startBare, startPeers, startSeeded, withApps } from "../apps";
import { kilobytes, scriptsOf, stylesOf } from "../page-scripts";
import type { Row } from "./row";

export const pageScript: Row = {
  name: "page-script",
  measure: () =>
    withApps([startSeeded(), startBare(), startPeers()], async (app, bare, peers) => {
      const script = async (address: string) => kilobytes(await scriptsOf(address));
      const withStyles = async (address: string) =>
        (await script(address)) + kilobytes(await stylesOf(address));
      const questions = `${app.draft}/questions/technical`;
      const [floor, peersFloor] = [await script(bare.url), await withStyles(peers.url)];
      const besideBare = { unit: "KB gzip", beside: floor, besideName: "bare Next page" };
      return [
        {
          ...besideBare,
          name: "script of a questions page",
          ours: await script(questions),
          bar: { atMost: 1.35 },
        },
        {
          name: "our own part of it, with all styles",
          ours: (await withStyles(questions)) - floor,
          unit: "KB gzip",
          beside: (await withStyles(`${peers.url}/survey`)) - peersFloor,
          besideName: "SurveyJS, with its styles",
          bar: { atMost: 0.15 },
        },
        {
          ...besideBare,
          name: "script of a results page",
          ours: await script(`${app.submitted}/results`),
          bar: { atMost: 1.15 },
        },
      ];
    }),
};
