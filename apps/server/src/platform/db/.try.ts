import { startEmbeddedPostgres } from '/work/main/apps/server/src/platform/db/embedded.ts';
import { Client } from '/work/main/node_modules/pg/esm/index.mjs';
const t=performance.now();
const log:any={debug(){},info:(...a:any[])=>console.log('info',...a),warn:(...a:any[])=>console.log('warn',...a),error:(...a:any[])=>console.log('error',...a)};
try {
const e = await startEmbeddedPostgres({dataDir: process.argv[2]!, log});
console.log('ready', Math.round(performance.now()-t), 'ms', e.appUrl.replace(/:[^:@]*@/, ':…@'));
const c=new Client({connectionString:e.ownerUrl}); await c.connect();
console.log((await c.query("select version(), current_user, (select datcollate||datlocprovider||coalesce(datlocale,'') from pg_database where datname='testamur') l, current_setting('fsync') f, current_setting('synchronous_commit') s, current_setting('data_checksums') k")).rows[0]);
await c.end();
const hold=Number(process.argv[3]??0);
if(hold) { process.on('SIGINT',async()=>{console.log('sigint'); const t=performance.now(); await e.stop(); console.log('stopped',Math.round(performance.now()-t)); process.exit(0)}); await new Promise(r=>setTimeout(r,hold)); }
const t2=performance.now(); await e.stop(); console.log('stopped', Math.round(performance.now()-t2));
} catch(error:any) { console.log(error.name==='StartError'?'START ERROR '+error.message:error); process.exit(1); }
