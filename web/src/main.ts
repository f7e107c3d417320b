import { mount } from 'svelte';
import '../../assets/tokens.css';
import '../../assets/darasa.css';
import './app.css';
import App from './kit/ui/App.svelte';
import { listen } from './kit/router.svelte';
import { begin as beginPost } from './kit/offline/post.svelte';
import { begin as beginSession } from './kit/session.svelte';
import { watchForUpdates } from './kit/update.svelte';
import { preferred, speak } from './kit/texts.svelte';

// Who is there is asked while the words come.
const session = beginSession();
await speak(preferred());
listen();
mount(App, { target: document.body });
await session;
beginPost();
if (import.meta.env.PROD) void watchForUpdates();
