import { anyone, type Visits } from './visit.ts';

export const publicPages: Visits = {
  '/': anyone('/'),
  '/sign-in': anyone('/sign-in'),
  '/sign-in/second-factor': anyone('/sign-in/second-factor'),
  '/sign-up': anyone('/sign-up'),
  '/confirm-email': anyone('/confirm-email?token=worn-out'),
  '/forgot-password': anyone('/forgot-password'),
  '/reset-password': anyone('/reset-password?token=worn-out'),
  '/join/:token': anyone((world) => world.invitation()),
  // What links that work lead to is seen in the journey of a statement.
  '/reference/:token': anyone('/reference/a-link-that-is-worn-out', 404),
  '/attest/:token': anyone('/attest/a-link-that-is-worn-out', 404),
  '/statements/:token': anyone('/statements/a-link-that-is-worn-out', 404),
  '/statements/sent/:what': anyone('/statements/sent/reference'),
  '/api': anyone('/api'),
  '/apply/:organization/:programId': anyone('/apply/ala/calt'),
  '/guide': anyone('/guide'),
  '/guide/:topic': anyone('/guide/cost'),
  '/help': anyone('/help'),
  '/plan': anyone('/plan?p=aca&p=isa-acst&retakes=1&tuition=low'),
  '/programs': anyone('/programs'),
  '/programs/:programId': anyone('/programs/calt'),
  '/programs/:programId/handbook': anyone('/programs/calt/handbook'),
  '/programs/:programId/study/:material': anyone('/programs/comptia-a-plus/study/study-guide'),
  '/try/:programId': anyone('/try/calt'),
  '/register': anyone('/register'),
  // The gallery of parts is there in development alone.
  '/style': anyone('/style', 404),
  '/c/:number': anyone(async (world) => `/c/${await world.numberOf('revoked')}`),
  '/verify': anyone('/verify'),
  '/*': anyone('/nothing/stands/here', 404),
};
