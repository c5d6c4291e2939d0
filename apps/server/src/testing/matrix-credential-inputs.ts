import { newId } from '../kernel/index.ts';
import { type MatrixInputs, type MatrixWorld, reason } from './matrix-inputs.ts';

/** Of the modules that issue credentials and show them. */
export const credentialInputs = (
  world: MatrixWorld,
): Pick<MatrixInputs, 'issuers' | 'credentialing' | 'registry' | 'evidence' | 'wallets'> => {
  const { organization, candidacyId, credentialId } = world;
  const inOrganization = () => ({ organization });
  const ofCredential = () => ({ credentialId });
  return {
    issuers: {
      getIssuerDocument: inOrganization,
      listIssuerKeys: inOrganization,
      requestKeyRotation: () => ({ organization, fingerprint: 'not its fingerprint', reason }),
      confirmKeyRotation: () => ({ organization, confirm: false }),
      reportKeyCompromise: () => ({ organization, keyId: newId(), fingerprint: 'not its fingerprint', reason }),
      confirmKeyCompromise: () => ({ organization, keyId: newId(), confirm: false }),
      getKeyIncident: () => ({ organization, keyId: newId() }),
    },
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
      listIssuances: inOrganization,
      countSignedByKey: () => ({ organization, keyId: world.statusListId }),
      listReissues: inOrganization,
      getReissue: () => ({ organization, reissueId: world.statusListId }),
      startReissue: () => ({ organization, keyId: world.statusListId }),
      stopReissue: () => ({ organization, reissueId: world.statusListId }),
      getCredentialJwt: ofCredential,
      getBadge: () => ({ credentialId, form: 'svg' }),
      getVerificationLetter: ofCredential,
      shareParts: () => ({ credentialId, parts: [] }),
      getMyRecord: inOrganization,
      getHostedAssertion: ofCredential,
      getHostedBadgeClass: () => ({ organization, programId: 'calt', edition: '2026' }),
      getHostedPicture: () => ({ organization, programId: 'calt', edition: '2026' }),
      getHostedIssuer: inOrganization,
      agreeToMark: () => ({ credentialId, signedName: 'Not The Holder' }),
      getMark: () => ({ credentialId, form: 'svg' }),
      createShareLink: () => ({ credentialId, label: 'An employer' }),
      listShareLinks: ofCredential,
      sendCredential: ofCredential,
      endShareLink: () => ({ credentialId, linkId: newId() }),
      getStatusList: () => ({ organization, listId: world.statusListId }),
    },
    evidence: { getEvidenceChain: ofCredential, exportEvidenceChain: ofCredential },
    registry: {
      verifyByNumber: () => ({ number: world.credentialNumber }),
      getCredentialLinkedData: () => ({ number: world.credentialNumber }),
      getProgramLinkedData: () => ({ programId: 'calt' }),
      getPublicDocument: () => ({ number: world.credentialNumber }),
      getCredentialPicture: () => ({ number: world.credentialNumber }),
      readShareLink: () => ({ token: 'no token of any link' }),
      verifyDocument: () => ({ document: '{"not":"a credential"}' }),
      verifyFile: () => ({ file: new File(['not a credential'], 'note.txt', { type: 'text/plain' }) }),
      searchRegister: () => ({ query: '', page: 1 }),
    },
    wallets: {
      createWalletOffer: ofCredential,
      listWalletDeliveries: ofCredential,
    },
  };
};
