import { bind } from '../../platform/http/index.ts';
import { createPictures } from '../../platform/pictures/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { registryContract } from './contract.ts';
import { credentialLinkedData, programLinkedData } from './describe/linked-data.ts';
import { verifyDocument, verifyFile } from './handed/open.ts';
import { pictureOf } from './picture/picture.ts';
import type { Rate } from './rate.ts';
import { searchRegister } from './register.ts';
import { readShareLink } from './shared.ts';
import { getPublicDocument, verifyByNumber } from './verify.ts';

export const registryRoutes = (platform: Platform, rate: Rate) => {
  const pictures = createPictures();
  return bind(platform.plumbing, 'registry', registryContract, {
    verifyByNumber: ({ number }, call) => verifyByNumber(call.trx, platform, number),
    readShareLink: ({ token }, call) => {
      rate.count(call.request.ip, call.now);
      return readShareLink(call, platform, token);
    },
    getCredentialLinkedData: ({ number }, call) => credentialLinkedData(call.trx, platform, number),
    getProgramLinkedData: ({ programId }, call) => programLinkedData(call.trx, platform, programId, call.now),
    getPublicDocument: ({ number }, call) => getPublicDocument(call.trx, platform, number),
    getCredentialPicture: async ({ number }, call) => {
      rate.count(call.request.ip, call.now);
      return pictureOf(pictures, await verifyByNumber(call.trx, platform, number));
    },
    verifyDocument: ({ document }, call) => {
      rate.count(call.request.ip, call.now);
      return verifyDocument(call.trx, platform, document, call.now);
    },
    verifyFile: ({ file }, call) => {
      rate.count(call.request.ip, call.now);
      return verifyFile(call.trx, platform, file, call.now);
    },
    searchRegister: ({ query, page }, call) => searchRegister(call.trx, query, page),
  });
};
