import { type MatrixInputs, type MatrixWorld, reason } from './matrix-inputs.ts';

/** Of the modules that issue credentials and show them. */
export const credentialInputs = (world: MatrixWorld): Pick<MatrixInputs, 'issuers' | 'credentialing' | 'registry'> => {
  const { organization, candidacyId, credentialId } = world;
  const inOrganization = () => ({ organization });
  const ofCredential = () => ({ credentialId });
  return {
    issuers: { getIssuerDocument: inOrganization },
    credentialing: {
      recordDecision: () => ({ candidacyId, outcome: 'certify', reason }),
      listMyCredentials: () => ({}),
      getCredential: ofCredential,
      getCertificatePdf: ofCredential,
      getCardPdf: ofCredential,
      getCredentialDocument: ofCredential,
      listCredentials: () => ({ organization, page: 1, query: '' }),
      suspendCredential: () => ({ credentialId, reason }),
      reinstateCredential: () => ({ credentialId, reason }),
      surrenderCredential: () => ({ credentialId, number: 'not its number' }),
      requestRevocation: () => ({ credentialId, number: 'not its number', reason }),
      confirmRevocation: () => ({ credentialId, confirm: false }),
      getStatusList: () => ({ organization, listId: world.statusListId }),
    },
    registry: {
      verifyByNumber: () => ({ number: world.credentialNumber }),
      verifyDocument: () => ({ document: '{"not":"a credential"}' }),
      searchRegister: () => ({ query: '', page: 1 }),
    },
  };
};
