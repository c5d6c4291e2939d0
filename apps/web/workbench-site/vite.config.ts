import react from '@vitejs/plugin-react';
