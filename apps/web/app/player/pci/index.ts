export { PortableCustomPlayer } from './portable-custom.tsx';
