// A page of the sample's form, warm; no peer.
import { raceDocuments } from '../documents.mjs';

export const title = 'Page of the form, warm';

export const measure = (bench) => raceDocuments({ group: 'html', format: 'html', peers: [], floor: null }, bench);
