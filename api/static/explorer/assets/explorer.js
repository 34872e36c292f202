var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&_t(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function A(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}A.prototype.brand=rt,A.prototype.h=function(){return!0},A.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},A.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},A.prototype.subscribe=function(e){var t=this;return Et(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},A.prototype.valueOf=function(){return this.value},A.prototype.toString=function(){return this.value+``},A.prototype.toJSON=function(){return this.value},A.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(A.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function gt(e,t){return new A(e,t)}function _t(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function vt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function yt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function bt(e,t){A.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}bt.prototype=new A,bt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!_t(this))return this.f&=-2,!0;var e=k;try{vt(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,yt(this),this.f&=-2,!0},bt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}A.prototype.S.call(this,e)},bt.prototype.U=function(e){if(this.t!==void 0&&(A.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},bt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(bt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function xt(e,t){return new bt(e,t)}function St(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,Ct(e),t}finally{k=n,it()}}}function Ct(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,St(e)}function wt(e){if(k!==this)throw Error(`Out-of-order effect`);yt(this),k=e,this.f&=-2;try{8&this.f&&Ct(this)}finally{it()}}function Tt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}Tt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},Tt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,St(this),vt(this),lt++;var e=k;return k=this,wt.bind(this,e)},Tt.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},Tt.prototype.d=function(){this.f|=8,1&this.f||Ct(this)},Tt.prototype.dispose=function(){this.d()};function Et(e,t){var n=new Tt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Dt,Ot,kt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,At=[];Et(function(){Dt=this.N})();function jt(e,t){u[e]=t.bind(null,u[e]||function(){})}function Mt(e){if(Ot){var t=Ot;Ot=void 0,t()}Ot=e&&e.S()}function Nt(e){var t=this,n=e.data,r=Ft(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=xt(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=xt(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Et(function(){if(this.N=Rt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Nt.displayName=`ReactiveTextNode`,Object.defineProperties(A.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Nt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),jt(`__b`,function(e,t){if(Mt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof A&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),jt(`__r`,function(e,t){if(e(t),t.type!==S){Mt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Et(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;kt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),Mt(n)}}),jt(`__e`,function(e,t,n,r){Mt(),e(t,n,r)}),jt(`diffed`,function(e,t){Mt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Pt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Pt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=gt(n);return{o:function(e,t){a.value=e,r=t},d:Et(function(){this.N=Rt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}jt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),jt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function Ft(e,t){return O(function(){return gt(e,t)},[])}var It=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Lt(){at(function(){for(var e;e=At.shift();)Dt.call(e)})}function Rt(){At.push(this)===1&&(u.requestAnimationFrame||It)(Lt)}var zt=`remit.return`,Bt=!1,Vt=gt(null),Ht=(...e)=>e.some(e=>Vt.value?.rights.includes(e));async function Ut(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Gt(),e.ok&&(Vt.value=await e.json())}async function Wt(){Bt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});Bt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Gt(){Bt||(Bt=!0,sessionStorage.setItem(zt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function Kt(){let e=sessionStorage.getItem(zt)??``;return sessionStorage.removeItem(zt),e}var qt=[`asOf`],Jt=/%(3A|2F|40|2C|3E|20)/g,Yt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Xt(e){return encodeURIComponent(e).replace(Jt,e=>Yt[e])}function Zt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function Qt(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Zt(t)]??=[]).push(Zt(n))}return{view:Zt(t)||`home`,params:{...r}}}function $t({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Xt(e)}=${Xt(t)}`));return`#/${e===`home`?``:Xt(e)}${n.length?`?${n.join(`&`)}`:``}`}var j=gt(Qt(globalThis.location?.hash??``)),M=xt(()=>j.value.params.asOf?.[0]);function en(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function tn(e,t={}){let n={};for(let e of qt){let t=j.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...en(t)}}}var N=(e,t={})=>$t(tn(e,t));function nn(e){e!==$t(j.value)&&(j.value=Qt(e))}function rn(e,t={}){let n=N(e,t);globalThis.location.hash=n,nn(n)}function P(e,t=!1){let n={...j.value.params};for(let t of Object.keys(e))delete n[t];let r=$t({view:j.value.view,params:{...n,...en(e)}});r!==$t(j.value)&&(t?history.replaceState(null,``,r):globalThis.location.hash=r,nn(r))}var F=e=>j.value.params[e]?.[0],an=e=>j.value.params[e]??[];function on(){window.addEventListener(`hashchange`,()=>{nn($t(Qt(globalThis.location.hash)))})}var I={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,earlier:`as of one change earlier`,later:`as of one change later`,next:`next row`,previous:`previous row`,open:`open the row`,nextList:`next list`,previousList:`list before`,whatGoes:`show what would go (orphaned paths)`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:"The newest runs, newest first. A held run waits for somebody: `remit source accept` lets it in.",run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},asOfControl:{label:`As of (UTC)`,slider:e=>`${e}: moments at which the graph changed`,earlier:e=>`${e}: one change earlier`,later:e=>`${e}: one change later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,cut:`to be revoked`,gone:`would go`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`,LOSES:`would lose`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},cost:{title:`Cost`,lead:`What AI use cost and whose cost it is. Every unit of the ledger is in exactly one place.`,controls:`What is asked`,parts:`Parts of this view`,shows:{time:`Over time`,forecast:`Forecast`,anomalies:`Anomalies`,difference:`Two months`,bill:`Against the bill`},by:`By`,from:`From`,to:`To`,window:`Days`,days:e=>`${e} days`,thisMonth:`This month`,lastMonth:`Last month`,owners:`What several share`,ownerRules:{EVEN:`evenly`,NONE:`to nobody`,USAGE:`as the source says`},only:`Only`,without:e=>`Without ${e}`,currency:`Currency`,step:`A bar is`,steps:{day:`day`,week:`week`,month:`month`},dimensions:{identity:`Person`,team:`Team`,department:`Department`,cost_center:`Cost center`,account:`Account`,credential:`Credential`,application:`Application`,workspace:`Workspace`,model:`Model`,provider:`Provider`,mcp_server:`MCP server`,data_source:`Data source`,owner_state:`Answered for`,day:`Day`,week:`Week`,month:`Month`},nameless:{"~unattributed":`Unattributed`,"~shared":`Shared by several`,"~no_mcp_use":`No use of MCP`,"~unknown":`Unknown`,"~hidden":`Hidden from you`,"~other":`All others`},ownerStates:{answered_for:`Answered for`,orphaned:`Orphaned`,unknown:`Unknown`},buckets:{seat:`Seats`,variance:`Variance against bills`,tax:`Tax`,credit:`Credits`,other:`Other charges`,hidden:`Charges hidden from you`},amounts:{cost:`Cost`,estimate:`Estimate`,included:`Included`},sums:`What it adds up to`,sumsLead:(e,t)=>`${e} to ${t}, both included.`,sheet:`Parts of the ledger`,inLedger:`In the ledger`,ledger:`Ledger`,named:(e,t)=>`By ${t.toLowerCase()} (${e})`,addsUp:`The parts are the ledger, to the last digit.`,addsUpNot:e=>`The parts differ from the ledger by ${e}: report this as a fault.`,beside:`Not in the ledger`,estimateValue:`Estimates, priced from a table`,includedValue:`Used within a plan`,overlapsOf:e=>`Reported twice (${e})`,unpriced:`Usage that nobody has a price for`,rows:e=>e===`1`?`1 row`:`${e} rows`,dropped:e=>`${e}, left out by the filter`,droppedWhy:`A charge has an application and days, nothing else: a filter on anything else leaves it out.`,leftOut:e=>`In ${e}`,rate:(e,t,n)=>`1 ${e} counts as ${t} ${n}.`,barsTitle:(e,t)=>`${e} by ${t}`,barsLead:e=>`Usage in the ledger${e?`, in ${e}`:``}. Seats, taxes, credits and variance have no key and are beside it.`,barsQuestion:(e,t,n,r)=>`Cost by ${e.toLowerCase()}, ${t} to ${n}${r.length?`, only ${r.join(`, `)}`:``}`,rest:`Everything else`,allPeriods:`All bars`,onlyThis:`These days alone`,anomaliesOf:e=>e===`1`?`1 anomaly`:`${e} anomalies`,rowsTitle:e=>`Rows by ${e.toLowerCase()}`,opensTo:e=>`A row opens to what is behind it: ${e.toLowerCase()}.`,finest:`As fine as the usage is that sources report: one row per day, account and model.`,basis:`Basis`,bases:{billed:`billed`,priced:`priced`,mixed:`mixed`,unpriced:`no price`},requests:`Requests`,tokens:`Tokens`,noRows:`Nothing was used in these days, as far as any source reports.`,sumOfRows:`All rows`,rowsAreLedger:`The rows are the whole ledger.`,rowsAndBuckets:e=>`With ${e} that has no key (seats, taxes, credits, variance) the rows are the ledger.`},reasons:{DEPARTED_OWNER:`Its owner left`,SUSPENDED_OWNER:`Its owner is suspended`,EMPTY_OWNER_GROUP:`Nobody is in the group that owns it`,UNRESOLVED_ACCOUNT:`The directory does not know its address`,EXTERNAL_EMAIL:`No directory covers its address`,NO_OWNER:`It has no owner`},orphaned:{title:`Orphaned paths`,lead:`Live routes to data for which nobody answers any more: why, since when, what they cost, who could take over, and what to revoke.`,lists:`Lists`,all:`Orphaned`,shadow:`Shadow accounts`,unknown:`Nobody can say`,root:`Principal`,principals:`principals that nobody answers for`,shadowCount:`accounts that the directory does not govern`,why:`Why`,since:`Since`,sinceUnknown:`not known`,routes:`Routes`,spend:`Spent since`,spendOfWindow:`Spent in 30 days`,nextOwner:`Next owner`,nobody:`nobody is known`,paths:e=>e===`1`?`1 route`:`${e} routes`,state:{ANSWERED_FOR:`Somebody answers for it`,UNKNOWN:`Nobody can say who answers for it`,ORPHANED:`Nobody answers for it`},shadowMark:`shadow`,noRoots:`Somebody answers for every live route to data.`,noShadow:`Every account is governed by the directory.`,noUnknown:`Of every live principal it is known who answers for it.`,notListed:`This is no orphaned principal at this moment.`,hangsOn:`It is counted under the principal that alone holds it.`,evidence:`Evidence`,folded:`Only it holds`,blastRadius:`Blast radius`,changes:`What changed here`,target:`Leads to`,below:`Inside`,permission:`Permission`,hops:`Hops`,lastUsed:`Last used`,routesTitle:`Routes`,routesLead:`One row for each topmost data source or model, with a walk that proves it.`,noRoutes:`No route starts here any more: it was seen in use in the last 30 days.`,someRoutes:(e,t)=>`The first ${e} of ${t} routes are here.`,back:`All principals`,nextOwners:{MANAGER:`manager`,HEAVIEST_USER:`uses it most`,CREATOR:`created it`,GROUP_OWNER:`owns the group`},revocation:`What to revoke`,revocationLead:`The cheapest set of revocations after which no granted route leads to this data.`,onlyModels:`No route leads to data, only to models: to end it, remove the principal with all that it alone holds.`,noCut:`Nothing granted leads to this data: what was seen in use ends with the principal.`,step:`Do`,system:`In`,cost:`Cost`,command:`Command`,noCommand:`in its console`,proven:`Searched again without them: nothing is reached.`,notProven:`Searched again without them, data is still reached.`,noCollateral:`Nobody active loses anything.`,collateral:e=>e===`1`?`1 active person would lose data`:`${e} active people would lose data`,loses:`Would lose`,person:`Person`,tryIt:`Show what would go`,tryingIt:`Shown: what would go`,openWhatIf:`Open as what-if`,tooMany:e=>`More than ${e} revocations are not tried at once.`,sheet:`Sheet of all`,print:`Print`,sheetLead:(e,t)=>`As of ${e}, snapshot ${t}.`},whatIf:{title:`What if`,lead:`What would change if access were removed, somebody left, something were switched off or granted. Nothing is written.`,edits:`Changes to try`,edit:`Change`,editKinds:{remove:`Remove`,offboard:`Offboard`,block:`Block`,add:`Add`},editHelp:{remove:`A principal goes with all its edges, or one edge ends.`,offboard:`Somebody leaves: what they alone hold is closed, and what they were given ends.`,block:`A server or an application is switched off.`,add:`A new edge, with its permission.`},what:`What`,node:`The whole node`,edge:`One edge`,from:`From`,kind:`Edge`,to:`To`,permission:`Permission`,noPermission:`none`,put:`Try it`,leaveOut:e=>`Leave out ${e}`,clear:`Leave out all`,nothing:`Choose something to remove, offboard, block or add.`,result:`Before and after`,before:`Before`,after:`After`,difference:`Difference`,dataSources:`Data sources reached`,dataSourcesNote:`by those whose reach changes`,score:`Score`,scoreNote:`of those whose reach changes`,orphanedRoots:`Orphaned principals`,orphanedPaths:`Orphaned paths`,orphanedPathsNote:`of those at which anything changes`,spend:`Usage in 30 days`,spendStops:e=>`${e} a month would stop.`,lost:`Access lost`,gained:`Access gained`,lostSummary:(e,t,n,r)=>`${e} in use, ${t} used further along, ${n} not used, ${r} of which nobody knows`,who:`Who`,target:`What`,left:`Left`,had:`Had`,use:`Use`,nothingLeft:`nothing`,principals:`Whose reach changes`,noLost:`Nobody loses anything.`,noGained:`Nobody gains anything.`,noPrincipals:`Nobody's reach of data changes.`,closed:`Orphaned paths closed`,opened:`Orphaned paths opened`,noPaths:`No orphaned path opens or closes.`,change:`Change`,order:`Order of work`,orderLead:`What is new first, keys before the accounts they outlive, people last; what nobody works over first.`,usedBy:`Used by`,elements:`What becomes different`,becomes:`Becomes`,becomesWords:{added:`added`,ended:`ended`,gone:`gone`,departed:`departed`,suspended:`suspended`,revoked:`revoked`,disabled:`disabled`,renewed:`gets a new secret`},summary:(e,t)=>`${e} accesses lost, ${t} gained`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},sn=e=>I.views[e]??e,cn=864e5;function ln(e){if(!e)return I.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var un=e=>e?e.slice(0,10):I.unknown;function dn(e){let t=[[86400,I.units.day],[3600,I.units.hour],[60,I.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return I.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function fn(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var pn=(e,t)=>new Date(e.getTime()-t*cn),mn=e=>e.toISOString().slice(0,10),hn=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),gn=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},_n=`application/graphql-response+json, application/json`,vn=60,yn=new Map,bn=6e4;function xn(){yn.clear()}var Sn=e=>e instanceof DOMException&&e.name===`AbortError`,Cn=(e,t)=>`${e}\n${JSON.stringify(t)}`;function wn(e,t,n){let r=e.toString().trim(),i=Cn(r,t),a=yn.get(i);if(a&&Date.now()-a.at<bn)return yn.delete(i),yn.set(i,a),a.answer.catch(r=>{if(!Sn(r)||n?.aborted)throw r;return wn(e,t,n)});let o=Tn(r,t,n);yn.set(i,{at:Date.now(),answer:o}),o.catch(()=>{yn.get(i)?.answer===o&&yn.delete(i)});let s=yn.keys().next();return yn.size>vn&&!s.done&&yn.delete(s.value),o}async function Tn(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:_n,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw Sn(e)?e:new gn({code:`OFFLINE`,message:``})}r.status===401&&Gt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new gn(En(o?.[0],i,r.status,s));return a}function En(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}var Dn=s({AccessPathsDocument:()=>dr,BlastRadiusDocument:()=>fr,ChangedElementPartsFragmentDoc:()=>Wn,ChangesDocument:()=>Kn,CompletenessPartsFragmentDoc:()=>jn,CostAnomaliesDocument:()=>Yn,CostBillDocument:()=>Qn,CostDifferenceDocument:()=>Zn,CostForecastDocument:()=>Xn,CostSeriesDocument:()=>Jn,CostSumsDocument:()=>qn,EdgeChangePartsFragmentDoc:()=>On,EdgePartsFragmentDoc:()=>Ln,EvidencePartsFragmentDoc:()=>Vn,ExposureDocument:()=>pr,FreshnessPartsFragmentDoc:()=>Mn,HomeAnomaliesDocument:()=>rr,HomeChangesDocument:()=>er,HomeForecastDocument:()=>nr,HomeOrphanedDocument:()=>$n,HomeShadowDocument:()=>tr,HomeUnresolvedDocument:()=>ir,InventoryPartsFragmentDoc:()=>Rn,MomentsDocument:()=>_r,MoneyPartsFragmentDoc:()=>Fn,MonthEndPartsFragmentDoc:()=>zn,NamesDocument:()=>ar,OrphanedChangePartsFragmentDoc:()=>kn,OrphanedOfDocument:()=>cr,OrphanedPathPartsFragmentDoc:()=>Hn,OrphanedRootPartsFragmentDoc:()=>Bn,OrphanedRootsDocument:()=>or,OrphanedSheetDocument:()=>lr,OverlapPartsFragmentDoc:()=>In,ProblemPartsFragmentDoc:()=>Nn,ReachedPagePartsFragmentDoc:()=>Un,RevocationOfDocument:()=>ur,SearchDocument:()=>mr,SeriesPartsFragmentDoc:()=>Pn,SnapshotPartsFragmentDoc:()=>An,SourcesDocument:()=>hr,StatusDocument:()=>gr,TypedDocumentString:()=>L,UnknownOwnersDocument:()=>sr,UnresolvedDocument:()=>vr,WhatIfDocument:()=>yr,WhatIfTotalsPartsFragmentDoc:()=>Gn}),L=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},On=new L(`
    fragment EdgeChangeParts on EdgeChange {
  source
  kind
  target
  permission
  claimedBy
  run
  at
  evidence
}
    `,{fragmentName:`EdgeChangeParts`}),kn=new L(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),An=new L(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),jn=new L(`
    fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
    `,{fragmentName:`CompletenessParts`}),Mn=new L(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),Nn=new L(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),Pn=new L(`
    fragment SeriesParts on CostAttributionResult {
  __typename
  ... on CostAttribution {
    snapshot {
      ...SnapshotParts
    }
    completeness {
      ...CompletenessParts
    }
    freshness {
      ...FreshnessParts
    }
    columns {
      currency
      key {
        key
        value
      }
      cost
    }
  }
  ... on UserError {
    ...ProblemParts
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`,{fragmentName:`SeriesParts`}),Fn=new L(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),In=new L(`
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`,{fragmentName:`OverlapParts`}),Ln=new L(`
    fragment EdgeParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}
    `,{fragmentName:`EdgeParts`}),Rn=new L(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),zn=new L(`
    fragment MonthEndParts on MonthEnd {
  month
  spent {
    ...MoneyParts
  }
  expected {
    ...MoneyParts
  }
  low {
    ...MoneyParts
  }
  high {
    ...MoneyParts
  }
  budget {
    ...MoneyParts
  }
  over
  reason
  missingDays
  key {
    key
    value
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`,{fragmentName:`MonthEndParts`}),Bn=new L(`
    fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
  reasons {
    code
    since
    evidence
  }
  spendSince {
    ...MoneyParts
  }
  nextOwner {
    id
    name
    reason
    evidence
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`,{fragmentName:`OrphanedRootParts`}),Vn=new L(`
    fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}
    `,{fragmentName:`EvidenceParts`}),Hn=new L(`
    fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
    fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`,{fragmentName:`OrphanedPathParts`}),Un=new L(`
    fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
    fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`,{fragmentName:`ReachedPageParts`}),Wn=new L(`
    fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
    `,{fragmentName:`ChangedElementParts`}),Gn=new L(`
    fragment WhatIfTotalsParts on WhatIfTotals {
  dataSources
  score
  orphanedRoots
  orphanedPaths
  spendPerMonth {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`,{fragmentName:`WhatIfTotalsParts`}),Kn=new L(`
    query Changes($input: ChangesInput!, $first: Int!) {
  changes(input: $input) {
    __typename
    ... on Changes {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      from
      to
      edges {
        opened(first: $first) {
          totalCount
          nodes {
            ...EdgeChangeParts
          }
        }
        closed(first: $first) {
          totalCount
          nodes {
            ...EdgeChangeParts
          }
        }
      }
      permissions(first: $first) {
        totalCount
        nodes {
          source
          kind
          target
          before
          after
          claimedBy
          run
          at
        }
      }
      properties(first: $first) {
        totalCount
        nodes {
          id
          property
          before
          after
          claimedBy
          run
          at
        }
      }
      orphanedPaths {
        opened(first: $first) {
          totalCount
          nodes {
            ...OrphanedChangeParts
          }
        }
        closed(first: $first) {
          totalCount
          nodes {
            ...OrphanedChangeParts
          }
        }
      }
      reach(first: $first) {
        totalCount
        nodes {
          id
          name
          gained
          lost
          scoreBefore
          scoreAfter
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment EdgeChangeParts on EdgeChange {
  source
  kind
  target
  permission
  claimedBy
  run
  at
  evidence
}
fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),qn=new L(`
    query CostSums($input: CostAttributionInput!) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      buckets {
        key
        value {
          ...MoneyParts
        }
      }
      droppedBuckets {
        key
        value {
          ...MoneyParts
        }
      }
      estimateValue {
        ...MoneyParts
      }
      includedValue {
        ...MoneyParts
      }
      leftOut {
        ...MoneyParts
      }
      unpricedRows
      rates {
        key
        value
      }
      overlaps {
        ...OverlapParts
      }
      unitCosts {
        unit
        count
        cost {
          ...MoneyParts
        }
        perUnit {
          ...MoneyParts
        }
      }
      columns {
        currency
        key {
          key
          value
        }
        cost
        estimate
        included
        basis
        requests
        tokens {
          key
          value
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
  }
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Jn=new L(`
    query CostSeries($input: CostAttributionInput!, $whole: CostAttributionInput!) {
  parts: costAttribution(input: $input) {
    ...SeriesParts
  }
  whole: costAttribution(input: $whole) {
    ...SeriesParts
  }
}
    fragment SeriesParts on CostAttributionResult {
  __typename
  ... on CostAttribution {
    snapshot {
      ...SnapshotParts
    }
    completeness {
      ...CompletenessParts
    }
    freshness {
      ...FreshnessParts
    }
    columns {
      currency
      key {
        key
        value
      }
      cost
    }
  }
  ... on UserError {
    ...ProblemParts
  }
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Yn=new L(`
    query CostAnomalies($input: AnomaliesInput!, $first: Int!) {
  anomalies(input: $input) {
    __typename
    ... on Anomalies {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      method
      sensitivity
      judged
      rows(first: $first) {
        totalCount
        nodes {
          day
          cost {
            ...MoneyParts
          }
          expected {
            ...MoneyParts
          }
          low {
            ...MoneyParts
          }
          high {
            ...MoneyParts
          }
          key {
            key
            value
          }
          drivers {
            key {
              key
              value
            }
            cost {
              ...MoneyParts
            }
            usual {
              ...MoneyParts
            }
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Xn=new L(`
    query CostForecast($input: ForecastInput!, $first: Int!, $after: String) {
  forecast(input: $input) {
    __typename
    ... on Forecast {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      method
      total {
        ...MonthEndParts
      }
      rows(first: $first, after: $after) {
        totalCount
        nodes {
          ...MonthEndParts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment MonthEndParts on MonthEnd {
  month
  spent {
    ...MoneyParts
  }
  expected {
    ...MoneyParts
  }
  low {
    ...MoneyParts
  }
  high {
    ...MoneyParts
  }
  budget {
    ...MoneyParts
  }
  over
  reason
  missingDays
  key {
    key
    value
  }
}`),Zn=new L(`
    query CostDifference($input: CostAttributionInput!, $first: Int!, $after: String) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      difference {
        from
        to
        before {
          ...MoneyParts
        }
        after {
          ...MoneyParts
        }
        difference {
          ...MoneyParts
        }
        parts {
          key
          value {
            ...MoneyParts
          }
        }
      }
      drivers(first: $first, after: $after) {
        totalCount
        nodes {
          key {
            key
            value
          }
          before {
            ...MoneyParts
          }
          after {
            ...MoneyParts
          }
          difference {
            ...MoneyParts
          }
          people {
            ...MoneyParts
          }
          volume {
            ...MoneyParts
          }
          price {
            ...MoneyParts
          }
          mix {
            ...MoneyParts
          }
          unmeasured {
            ...MoneyParts
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Qn=new L(`
    query CostBill($input: CostAttributionInput!, $first: Int!) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      buckets {
        key
        value {
          ...MoneyParts
        }
      }
      variance {
        application
        from
        to
        billed {
          ...MoneyParts
        }
        usage {
          ...MoneyParts
        }
        variance {
          ...MoneyParts
        }
        inWindow {
          ...MoneyParts
        }
        causes {
          code
          detail
          amount {
            ...MoneyParts
          }
          count
        }
      }
      restated(first: $first) {
        totalCount
        nodes {
          kind
          application
          category
          from
          to
          basis
          source
          run
          at
          why
          before {
            ...MoneyParts
          }
          after {
            ...MoneyParts
          }
          requestsBefore
          requestsAfter
          tokensBefore
          tokensAfter
        }
      }
      overlaps {
        ...OverlapParts
      }
      priced {
        source
        counts
        cost {
          ...MoneyParts
        }
        estimate {
          ...MoneyParts
        }
      }
      spreadSeats {
        application
        from
        to
        rule
        cost {
          ...MoneyParts
        }
        seats
        unattributed {
          ...MoneyParts
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
  }
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),$n=new L(`
    query HomeOrphaned($input: OrphanedPathsInput) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalRoots
      totalPaths
      totalUnknown
      roots(first: 5) {
        nodes {
          id
          name
          state
          shadow
          routes
          reasons {
            code
            since
            evidence
          }
          spendSince {
            ...MoneyParts
          }
          nextOwner {
            id
            name
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),er=new L(`
    query HomeChanges($input: ChangesInput!) {
  changes(input: $input) {
    __typename
    ... on Changes {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      from
      to
      nodes {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      edges {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      permissions(first: 1) {
        totalCount
      }
      orphanedPaths {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      reach(first: 5) {
        totalCount
        nodes {
          id
          name
          gained
          lost
          scoreBefore
          scoreAfter
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),tr=new L(`
    query HomeShadow($input: InventoryInput!) {
  inventory(input: $input) {
    __typename
    ... on Inventory {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      rows(first: 5) {
        nodes {
          id
          kind
          name
          lastUsed
          dataSources
          cost {
            ...MoneyParts
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),nr=new L(`
    query HomeForecast($input: ForecastInput!) {
  forecast(input: $input) {
    __typename
    ... on Forecast {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total {
        ...MonthEndParts
      }
      rows(first: 6) {
        totalCount
        nodes {
          ...MonthEndParts
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment MonthEndParts on MonthEnd {
  month
  spent {
    ...MoneyParts
  }
  expected {
    ...MoneyParts
  }
  low {
    ...MoneyParts
  }
  high {
    ...MoneyParts
  }
  budget {
    ...MoneyParts
  }
  over
  reason
  missingDays
  key {
    key
    value
  }
}`),rr=new L(`
    query HomeAnomalies($input: AnomaliesInput!) {
  anomalies(input: $input) {
    __typename
    ... on Anomalies {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      judged
      rows(first: 5) {
        totalCount
        nodes {
          day
          cost {
            ...MoneyParts
          }
          expected {
            ...MoneyParts
          }
          key {
            key
            value
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),ir=new L(`
    query HomeUnresolved($input: UnresolvedInput) {
  unresolved(input: $input) {
    __typename
    ... on Unresolved {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      rows(first: 5) {
        nodes {
          kind
          id
          name
          why
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),ar=new L(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),or=new L(`
    query OrphanedRoots($input: OrphanedPathsInput, $first: Int!, $after: String) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalRoots
      totalPaths
      totalUnknown
      roots(first: $first, after: $after) {
        totalCount
        nodes {
          ...OrphanedRootParts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
  reasons {
    code
    since
    evidence
  }
  spendSince {
    ...MoneyParts
  }
  nextOwner {
    id
    name
    reason
    evidence
  }
}`),sr=new L(`
    query UnknownOwners($input: OrphanedPathsInput, $first: Int!, $after: String) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalUnknown
      unknown(first: $first, after: $after) {
        totalCount
        nodes {
          id
          why
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),cr=new L(`
    query OrphanedOf($input: OrphanedPathsInput, $first: Int!, $after: String) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalPaths
      roots(first: 1) {
        nodes {
          ...OrphanedRootParts
        }
      }
      unknown(first: 1) {
        nodes {
          id
          why
        }
      }
      paths(first: $first, after: $after) {
        totalCount
        nodes {
          ...OrphanedPathParts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
  reasons {
    code
    since
    evidence
  }
  spendSince {
    ...MoneyParts
  }
  nextOwner {
    id
    name
    reason
    evidence
  }
}
fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`),lr=new L(`
    query OrphanedSheet($input: OrphanedPathsInput, $first: Int!, $after: String) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      paths(first: $first, after: $after) {
        nodes {
          ...OrphanedPathParts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`),ur=new L(`
    query RevocationOf($input: RevocationInput, $first: Int!) {
  revocation(input: $input) {
    __typename
    ... on Revocation {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      roots
      targets
      edges {
        source
        kind
        target
      }
      nodes
      cost
      proven
      steps {
        system
        action
        cost
        source
        target
        command
      }
      collateral(first: $first) {
        totalCount
        nodes {
          id
          name
          loses
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),dr=new L(`
    query AccessPaths($input: AccessPathsInput!, $first: Int!) {
  accessPaths(input: $input) {
    __typename
    ... on AccessPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      from
      to
      total
      paths(first: $first) {
        nodes {
          hops
          permission
          permissionKnown
          sentence
          edges {
            ...EvidenceParts
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`),fr=new L(`
    query BlastRadius($input: BlastRadiusInput!, $first: Int!, $after: String) {
  blastRadius(input: $input) {
    __typename
    ... on BlastRadius {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      start
      total
      byKind {
        key
        value
      }
      bySensitivity {
        key
        value
      }
      byPermission {
        key
        value
      }
      shareOfDataSources
      score
      spend {
        ...MoneyParts
      }
      reached(first: $first, after: $after) {
        ...ReachedPageParts
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`),pr=new L(`
    query Exposure($input: ExposureInput!, $first: Int!, $after: String) {
  exposure(input: $input) {
    __typename
    ... on Exposure {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      target
      total
      byKind {
        key
        value
      }
      bySensitivity {
        key
        value
      }
      byPermission {
        key
        value
      }
      reached(first: $first, after: $after) {
        ...ReachedPageParts
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`),mr=new L(`
    query Search($input: SearchInput!, $first: Int!, $after: String) {
  search(input: $input) {
    __typename
    ... on Search {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      nodes(first: $first, after: $after) {
        totalCount
        nodes {
          id
          kind
          name
          known
          aliases
          props {
            key
            value
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),hr=new L(`
    query Sources {
  status {
    generation
    sources {
      source
      lastRun
      state
      ageS
      promisedAgeS
      reasons {
        code
        detail
      }
      scopes {
        scope
        firstComplete
        lastComplete
        from
        to
      }
    }
    runs {
      run
      source
      observedAt
      state
      reasons {
        code
        detail
      }
      counts {
        added {
          key
          value
        }
        retired {
          key
          value
        }
        held {
          key
          value
        }
      }
    }
  }
}
    `),gr=new L(`
    query Status {
  status {
    generation
    builtAt
    digest
    counts {
      usage
      charges
      nodes {
        key
        value
      }
    }
    sources {
      source
      lastRun
      state
      ageS
      promisedAgeS
      reasons {
        code
        detail
      }
    }
  }
}
    `),_r=new L(`
    query Moments($last: Int!) {
  status {
    moments(last: $last)
  }
}
    `),vr=new L(`
    query Unresolved($input: UnresolvedInput, $first: Int!, $after: String) {
  unresolved(input: $input) {
    __typename
    ... on Unresolved {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      rows(first: $first, after: $after) {
        totalCount
        nodes {
          kind
          id
          name
          why
          candidates
          command
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),yr=new L(`
    query WhatIf($input: WhatIfInput!, $first: Int!) {
  whatIf(input: $input) {
    __typename
    ... on WhatIf {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      removed {
        ...ChangedElementParts
      }
      added {
        ...ChangedElementParts
      }
      totalLost
      totalGained
      lostByUse {
        used
        indirect
        unused
        unknown
      }
      lost(first: $first) {
        totalCount
        nodes {
          id
          target
          permission
          left
          used
        }
      }
      gained(first: $first) {
        totalCount
        nodes {
          id
          target
          permission
          had
          used
        }
      }
      principals(first: $first) {
        totalCount
        nodes {
          id
          name
          dataSourcesBefore
          dataSourcesAfter
          scoreBefore
          scoreAfter
        }
      }
      orphanedPaths {
        closed {
          root
          target
          permission
        }
        opened {
          root
          target
          permission
        }
      }
      before {
        ...WhatIfTotalsParts
      }
      after {
        ...WhatIfTotalsParts
      }
      spendStopsPerMonth {
        ...MoneyParts
      }
      order {
        system
        action
        usedBy
        source
        target
        command
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
fragment WhatIfTotalsParts on WhatIfTotals {
  dataSources
  score
  orphanedRoots
  orphanedPaths
  spendPerMonth {
    ...MoneyParts
  }
}`),br=400,xr=gt([]);async function Sr(){xr.value=(await wn(_r,{last:br})).status.moments}function Cr(e,t){let n=Date.parse(t),[r,i]=[0,e.length];for(;r<i;){let t=r+i>>1;Date.parse(e[t])<=n?r=t+1:i=t}return r-1}function wr(e,t,n){let r=t===void 0?e.length:Cr(e,t);return n>0?e[r+1]:e[t!==void 0&&r>=0&&Date.parse(e[r])<Date.parse(t)?r:r-1]??t}var Tr=Symbol.for(`pv`),Er=0;Array.isArray;function R(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Tr,__v:--Er,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}var Dr=250,Or=2e3,kr=e=>P({asOf:wr(xr.value,M.value,e)});function Ar({id:e,label:t,value:n,onChoose:r}){let i=xr.value,[a,o]=T(null),s=D(0),c=D(-1/0);E(()=>()=>clearTimeout(s.current),[]),E(()=>o(null),[n]);let l=a??(n===void 0?i.length:Math.max(0,Cr(i,n))),u=l>=i.length?I.shell.asOfNow:ln(a===null&&n?n:i[l]),d=e=>{o(e),clearTimeout(s.current),s.current=window.setTimeout(()=>{let t=performance.now()-c.current<Or;c.current=performance.now(),r(i[e],t)},Dr)};return R(`input`,{id:e,class:`moments`,type:`range`,min:0,max:i.length,step:1,value:l,disabled:!i.length,"aria-label":t,"aria-valuetext":u,title:u,onInput:({currentTarget:e})=>d(Number(e.value))})}function jr({id:e,label:t,value:n,onChoose:r,onClear:i,clearWords:a}){let o=e=>r(wr(xr.value,n,e),!1);return R(`span`,{class:`as-of ${n?`is-set`:``}`,children:[R(`label`,{for:e,children:t}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>o(-1),disabled:!xr.value.length,"aria-label":I.asOfControl.earlier(t),title:I.asOfControl.earlier(t),children:R(`span`,{"aria-hidden":`true`,children:`◂`})}),R(Ar,{id:`${e}-slider`,label:I.asOfControl.slider(t),value:n,onChoose:r}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>o(1),disabled:!n,"aria-label":I.asOfControl.later(t),title:I.asOfControl.later(t),children:R(`span`,{"aria-hidden":`true`,children:`▸`})}),R(`input`,{id:e,type:`datetime-local`,value:n?hn(fn(n)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);r(Number.isNaN(t.getTime())?void 0:hn(t),!1)}}),n&&R(`button`,{type:`button`,class:`quiet`,onClick:i,children:a})]})}function Mr(){return R(jr,{id:`as-of`,label:I.asOfControl.label,value:M.value,onChoose:(e,t)=>P({asOf:e},t),onClear:()=>P({asOf:void 0}),clearWords:I.shell.asOfClear})}function z(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new gn({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function Nr(e){return e instanceof gn?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function B(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),wn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||Sn(e)||a({state:`failed`,question:r,problem:Nr(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),i}function Pr(e,t,n,r){let i=B(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),wn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}function Fr(e){return e?`${e.currency} ${Vr(Br(e.amount,2))}`:I.unknown}var Ir=e=>`${e.currency} ${e.amount}`,Lr=9;function Rr(e){let[t=`0`,n=``]=e.replace(/^[+-]/,``).split(`.`),r=BigInt(t+n.padEnd(Lr,`0`).slice(0,Lr));return e.startsWith(`-`)?-r:r}function zr(e){let t=(e<0n?-e:e).toString().padStart(10,`0`);return`${e<0n?`-`:``}${t.slice(0,-9)}.${t.slice(-9)}`}function Br(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function Vr(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function Hr(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var V=e=>Vr(String(e)),Ur=e=>`${Math.round(e*100)} %`,Wr=e=>Vr(String(Math.round(e*10)/10)),Gr=200;function Kr(e,t){return e===t?0:e<t?-1:1}function qr(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*Kr(r(e),r(t))),...e.filter(e=>!a(e))]}function H(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(Gr),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>qr(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return R(`p`,{class:`empty`,children:e.empty??I.parts.empty});let _=e.total??f.length;return R(`div`,{class:`table-box`,children:[R(`table`,{class:`data-table`,children:[R(`caption`,{class:`visually-hidden`,children:e.caption}),R(`thead`,{children:R(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>R(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?R(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:I.parts.sortBy(t),children:[t,R(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),R(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>R(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>R(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))}),e.footer&&R(`tfoot`,{children:R(`tr`,{children:t.map(({key:t,align:n,wide:r})=>R(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:e.footer?.[t]},t))})})]}),_>p.length&&R(`p`,{class:`table-foot`,children:[i&&_>f.length?I.parts.sortedAmong(V(f.length),V(_)):I.parts.rowsOf(V(p.length),V(_)),(f.length>p.length||e.hasMore&&e.onMore)&&R(`button`,{type:`button`,onClick:()=>{l(c+Gr),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:I.more})]})]})}var Jr=200,Yr=gt(new Map),Xr=new Set,Zr=0;function Qr(e,t){let n=t??Yr.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(Xr.add(e),Zr||=window.setTimeout(ei))},[e,n]),n||ti(e)}var $r=e=>Yr.value.get(e)??ti(e);async function ei(){Zr=0;let e=[...Xr].slice(0,Jr);Xr.clear();try{let{nodes:t}=await wn(ar,{ids:e,asOf:M.value??null}),n=new Map(Yr.value);t.forEach((t,r)=>n.set(e[r],t?.name||ti(e[r]))),Yr.value=n}catch{}}function ti(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var ni=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function ri(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var ii={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},ai=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,oi=e=>ii[e]??ai,si=e=>I.kinds[e]??e;function ci({kind:e}){return R(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":si(e),children:R(`path`,{d:oi(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var li={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function ui({permission:e}){if(!e)return R(`span`,{class:`muted`,children:I.noPermission});let t=li[e]??0;return R(`span`,{class:`permission permission-${e}`,children:[R(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>R(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),I.permissions[e]??e]})}function di({sensitivity:e}){return e?R(`span`,{class:`sensitivity sensitivity-${e}`,children:I.sensitivities[e]??e}):null}var fi=e=>ni(e)===`DataSource`||ni(e)===`McpTool`||ni(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function U({id:e,name:t,plain:n=!1,href:r}){let i=Qr(e,t),{view:a,param:o}=fi(e),s=R(S,{children:[R(ci,{kind:ni(e)}),R(`span`,{class:`chip-name`,children:i||ti(e)}),R(`span`,{class:`chip-system`,children:ri(e)})]});return n?R(`span`,{class:`chip`,title:e,children:s}):R(`a`,{class:`chip`,title:e,href:r??N(a,{[o]:e}),children:s})}function pi({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=R(S,{children:[R(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?I.shell.complete:I.shell.partial]});return!n.length&&!r.length?R(`span`,{class:`completeness is-complete`,children:a}):R(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[R(`summary`,{children:[a,i?` · ${I.shell.notes}`:``]}),R(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>R(`p`,{children:[R(`code`,{children:e}),` `,t]},e+t))})]})}function mi(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function hi(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function gi(e,t){let n=t?[t.snapshot.digest,t.snapshot.asOf,t.completeness.status]:[``,``,``];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`].map(mi).join(`,`),...e.rows.map(e=>[...e,...n].map(mi).join(`,`))].join(`\r
`)}\r\n`}function _i(e,t,n,r){return`${JSON.stringify({...hi(t,n,r),answer:e},null,2)}\n`}function vi(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var yi=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function bi({problem:e,onRetry:t,candidateHref:n}){let r=I.remedies[e.code];return R(`div`,{class:`problem`,role:`alert`,children:[R(`p`,{class:`problem-message`,children:e.message||I.problems[e.code]||I.problems.fallback}),r&&R(`p`,{children:r}),e.candidates&&R(S,{children:[R(`p`,{children:I.parts.candidates}),R(`ul`,{class:`plain-list`,children:e.candidates.map(e=>R(`li`,{children:R(U,{id:e,href:n?.(e)})},e))})]}),R(`p`,{class:`muted small`,children:[I.parts.code,` `,e.code,e.requestId&&` · ${I.parts.request} ${e.requestId}`]}),t&&R(`button`,{type:`button`,onClick:t,children:I.tryAgain})]})}function xi({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${I.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return R(`details`,{class:`query-behind`,children:[R(`summary`,{title:I.parts.questionTitle,children:I.parts.question}),R(`div`,{class:`query-box`,children:[R(`div`,{class:`query-tools`,children:[R(`button`,{type:`button`,onClick:()=>void i(),children:t?I.parts.copied:I.parts.copy}),R(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:I.parts.graphiql})]}),R(`pre`,{tabIndex:0,"aria-label":I.parts.questionTitle,children:e.text}),R(`pre`,{tabIndex:0,"aria-label":I.parts.variables,children:r})]})]})}var Si=gt(``),Ci=e=>{Si.value=e};function wi(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function W(e){let{answer:t,title:n}=e,r=Je(),i=wi(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&Ci(`${n}: ${e.summary(t.data)}`)},[t]),R(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[R(`header`,{class:`panel-head`,children:[R(a,{id:r,children:n}),i&&R(pi,{provenance:i}),R(`div`,{class:`panel-tools`,children:[e.tools,t.data!==void 0&&e.exportName&&R(Ti,{...e,provenance:i}),t.question.variables!==null&&R(xi,{question:t.question})]})]}),e.lead&&R(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&R(bi,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&R(`p`,{class:`asking`,children:I.loading}),t.data!==void 0&&e.children(t.data)]})}function Ti({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return R(`span`,{class:`export`,role:`group`,"aria-label":I.parts.export,children:[n&&R(`button`,{type:`button`,class:`quiet`,onClick:()=>vi(yi(t,r,`csv`),`text/csv`,gi(n(i),r)),children:I.parts.exportCsv}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>vi(yi(t,r,`json`),`application/json`,_i(i,e.question,r,new Date)),children:I.parts.exportJson})]})}var Ei=6e4,Di=gt(null),Oi=gt(null),ki=gt(0),Ai=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,ji=xt(()=>(Di.value?.sources??[]).filter(Ai));async function Mi(){try{let e=(await wn(gr,{})).status,t=Di.value;t&&e.generation!==t.generation&&(xn(),ki.value+=1,Ci(I.shell.newGeneration(e.generation))),Di.value=e,Oi.value=null,t?.generation!==e.generation&&await Sr()}catch(e){Oi.value=Nr(e)}}function Ni(){Mi(),setInterval(()=>{document.visibilityState===`visible`&&Mi()},Ei),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&Mi()})}var Pi=7,Fi=30;function Ii(){let e=I.home;return R(S,{children:[R(`h1`,{children:e.title}),R(`p`,{class:`lead`,children:e.lead(M.value?ln(M.value):e.now)}),R(`div`,{class:`home`,children:[R(Ri,{}),R(zi,{}),R(Wi,{}),R(Gi,{}),R(Ki,{}),R(Ji,{}),R(Yi,{})]})]})}function Li({count:e,words:t,address:n,strong:r}){return R(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[R(`span`,{class:`figure-count`,children:e}),` `,R(`span`,{class:`figure-words`,children:t})]})}function Ri(){let e=I.home,t=B($n,{input:{asOf:M.value??null}},e=>z(e.orphanedPaths));return R(W,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>V(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>R(S,{children:[R(`div`,{class:`figures`,children:[R(Li,{count:V(t),words:e.orphanedOf(V(n)),address:N(`orphaned`),strong:!0}),r>0&&R(Li,{count:V(r),words:e.unknownOwners,address:N(`orphaned`,{list:`unknown`})})]}),R(H,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>R(S,{children:[R(U,{id:t,name:n,href:N(`orphaned`,{root:t})}),r&&R(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>V(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:({reasons:e})=>R(`span`,{class:`nowrap`,children:un(e[0]?.since)}),wide:!0,sort:({reasons:e})=>e[0]?.since},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>Fr(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?R(U,{id:t.id,name:t.name}):R(`span`,{class:`muted`,children:e.nobody})}]})]})})}function zi(){let e=I.home,t=hn(pn(fn(M.value),Pi)),n=B(er,{input:{from:t,asOf:M.value??null}},e=>z(e.changes)),r=N(`changes`,{from:t});return R(W,{title:e.changes,lead:e.changesLead(ln(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>R(S,{children:[R(`div`,{class:`figures`,children:[R(Li,{count:`+${V(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),R(Li,{count:`−${V(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),R(Li,{count:`+${V(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),R(Li,{count:`−${V(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),R(Li,{count:`+${V(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),R(Li,{count:`−${V(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),R(Li,{count:V(a.totalCount),words:e.permissionsChanged,address:r}),R(Li,{count:V(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&R(H,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>R(U,{id:e,name:n,href:N(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${V(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${V(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${Wr(e)} → ${Wr(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var Bi=e=>e.map(({value:e})=>e).join(` · `);function Vi({value:e,address:t}){return e.includes(`:`)?R(U,{id:e,href:t}):R(`a`,{href:t,children:e.replace(/^~/,``)})}function Hi({row:e}){let t=Hr(e.spent,e.budget),n=Hr(e.expected,e.budget);if(t===null)return R(`span`,{class:`muted`,children:I.home.noBudget});let r=Math.max(1,t,n??0);return R(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${Fr(e.spent)} / ${Fr(e.budget)}`,children:[R(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&R(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),R(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),R(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var Ui=e=>e==null?I.home.cannotSay:e?I.home.over:I.home.within;function Wi(){let e=I.home,t=B(nr,{input:{by:[`team`],asOf:M.value??null}},e=>z(e.forecast)),n=mn(fn(M.value)),r={by:`team`,from:`${n.slice(0,7)}-01`,to:n};return R(W,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:n})=>R(S,{children:[R(`div`,{class:`figures`,children:[R(Li,{count:Fr(t.spent),words:e.spent,address:N(`cost`,r),strong:!0}),R(Li,{count:Fr(t.expected),words:e.expected,address:N(`cost`,{by:`team`,show:`forecast`})})]}),R(H,{caption:e.spend,rows:n.nodes,total:n.totalCount,rowKey:({key:e})=>Bi(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>R(Vi,{value:e[0].value,address:N(`cost`,{...r,by:`identity`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>Fr(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>Fr(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>R(Hi,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t})=>t?R(`span`,{class:e?`tag tag-bad`:`muted`,children:Ui(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function Gi(){let e=I.home,t=B(tr,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:M.value??null}},e=>z(e.inventory));return R(W,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>R(S,{children:[R(`div`,{class:`figures`,children:R(Li,{count:V(t),words:e.shadow,address:N(`orphaned`,{list:`shadow`}),strong:t>0})}),R(H,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>R(U,{id:e,name:t,href:N(`orphaned`,{root:e})})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>V(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>R(`span`,{class:`nowrap`,children:un(e)}),sort:({lastUsed:e})=>e}]})]})})}function Ki(){let e=I.home,t=fn(M.value),n={from:mn(pn(t,Fi)),to:mn(pn(t,1))},r=B(rr,{input:{by:[`team`],...n,asOf:M.value??null}},e=>z(e.anomalies));return R(W,{title:e.anomalies,lead:e.anomaliesLead,answer:r,exportName:`anomalies`,children:({judged:t,rows:r})=>R(S,{children:[R(`div`,{class:`figures`,children:R(Li,{count:V(r.totalCount),words:e.judged(V(t)),address:N(`cost`,{by:`team`,...n,show:`anomalies`}),strong:r.totalCount>0})}),r.nodes.length>0&&R(H,{caption:e.anomalies,rows:r.nodes,total:r.totalCount,rowKey:({day:e,key:t})=>`${e} ${Bi(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>un(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>R(Vi,{value:e[0].value,address:N(`cost`,{by:`team`,...n,show:`anomalies`,at:t,filter:`team=${e[0].value}`})})},{key:`cost`,title:e.cost,cell:({cost:e})=>Fr(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>Fr(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var qi={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function Ji(){let e=I.home,{value:t}=Di,n=t?{state:`answered`,question:qi,data:ji.value}:{state:`loading`,question:qi};return R(W,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>R(S,{children:[R(`div`,{class:`figures`,children:R(Li,{count:V(t.length),words:e.late,address:N(`sources`),strong:t.length>0})}),R(H,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>R(`a`,{href:N(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>dn(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?I.unknown:dn(e),sort:({promisedAgeS:e})=>e}]})]})})}function Yi(){let e=I.home,t=B(ir,{input:{asOf:M.value??null}},e=>z(e.unresolved));return R(W,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>R(S,{children:[R(`div`,{class:`figures`,children:R(Li,{count:V(t),words:e.looseEnds,address:N(`unresolved`)})}),R(H,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?R(U,{id:e,name:t,href:N(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>R(`span`,{class:`small`,children:e})}]})]})})}var Xi=e=>/^[A-Z][A-Za-z]+:/.test(e),Zi=e=>e.startsWith(`~`),Qi=e=>I.cost.nameless[e]??I.cost.ownerStates[e]??e,$i=e=>Xi(e)?$r(e):Qi(e);function ea({value:e,address:t}){if(Xi(e))return t===void 0?R(U,{id:e,plain:!0}):R(U,{id:e,href:t});let n=R(`span`,{class:Zi(e)?`key-nameless`:``,children:Qi(e)});return t===void 0?n:R(`a`,{href:t,children:n})}var ta=[`time`],na=[`day`,`week`,`month`],ra=[`team`,`identity`,`department`,`cost_center`,`application`,`workspace`,`account`,`credential`,`provider`,`model`,`mcp_server`,`data_source`,`owner_state`,`day`,`week`,`month`],ia=`~hidden`,aa=na,oa=[`EVEN`,`NONE`,`USAGE`],sa=3,ca=62,la=e=>aa.includes(e),ua=e=>ra.includes(e),da=e=>/^\d{4}-\d\d-\d\d$/.test(e??``)&&!Number.isNaN(Date.parse(e)),fa=e=>/^\d{4}-(0[1-9]|1[0-2])$/.test(e??``),pa=(e,t)=>Math.round((Date.parse(t)-Date.parse(e))/cn)+1,ma=(e,t)=>mn(new Date(Date.parse(e)+t*cn)),ha=e=>mn(new Date(Date.parse(`${e}-01`)-cn)).slice(0,7),ga=e=>{let[t,n]=e.split(`-`).map(Number);return mn(new Date(Date.UTC(t,n,0)))};function _a(e){let[t=``,n=``]=e.split(/=(.*)/s);return ua(t)&&n&&n!==`~hidden`?{dimension:t,value:n}:null}var va=({dimension:e,value:t})=>`${e}=${t}`;function ya(e,t){let n=pa(e,t);return n<=ca?`day`:n<=434?`week`:`month`}function ba(e,t){let n=t=>e[t]?.[0],r=mn(pn(fn(t),1)),i=da(n(`to`))?n(`to`):r,a=da(n(`from`))?n(`from`):ma(i,-29),o=[...new Set((e.by??[]).flatMap(e=>e.split(`,`)).filter(ua))].slice(0,sa),s=na.find(e=>e===n(`step`))??ya(a,i),c=fa(n(`month`))?n(`month`):i.slice(0,7);return{by:o.length?o:[`team`],from:a,to:i,step:s,filters:(e.filter??[]).map(_a).filter(e=>e!==null),show:ta.find(e=>e===n(`show`))??`time`,currency:/^[A-Z]{3}$/.test(n(`currency`)??``)?n(`currency`):null,owners:oa.includes(n(`owners`)??``)?n(`owners`):null,at:n(`at`)??null,month:c,compare:fa(n(`compare`))?n(`compare`):ha(c)}}function xa(e){return[...new Set(e.map(({dimension:e})=>e))].map(t=>({dimension:t,values:e.filter(e=>e.dimension===t).map(({value:e})=>e)}))}function Sa(e,t){return{...t?{asOf:t}:{},...e.currency?{currency:e.currency}:{},...e.owners?{owners:e.owners}:{},...e.filters.length?{filters:xa(e.filters)}:{}}}var Ca={team:[`identity`,`model`],department:[`team`,`identity`,`model`],cost_center:[`team`,`identity`,`model`],identity:[`model`,`application`],account:[`model`],credential:[`model`],application:[`model`,`identity`],workspace:[`identity`,`model`],provider:[`model`,`team`],model:[`identity`,`team`],mcp_server:[`data_source`,`identity`],data_source:[`mcp_server`,`identity`],owner_state:[`account`,`identity`]},wa=[`day`,`account`,`model`];function Ta(e,t){if(e.join()===wa.join())return null;let n=new Set([...e,...t.map(({dimension:e})=>e)]),r=(Ca[e[0]]??[]).find(e=>!n.has(e));return r?[r]:wa}function Ea(e,t){let n=Ta(e.by,e.filters);if(n===null||[...t.values()].includes(`~hidden`))return null;let{from:r,to:i}=e,a=e.filters.filter(({dimension:e})=>!t.has(e));for(let[e,n]of t)la(e)?[r,i]=Da(e,n,r,i):a.push({dimension:e,value:n});return{by:n,from:r,to:i,filter:a.map(va)}}function Da(e,t,n,r){let[i,a]=Oa(e,t);return[i<n?n:i,a>r?r:a]}function Oa(e,t){if(e===`day`)return[t,t];if(e===`month`)return[`${t}-01`,ga(t)];let[n,r]=t.split(`-W`).map(Number),i=Date.UTC(n,0,4),a=i-(new Date(i).getUTCDay()+6)%7*cn+(r-1)*7*cn;return[mn(new Date(a)),mn(new Date(a+6*cn))]}function ka(e,t){if(e===`day`)return t;if(e===`month`)return t.slice(0,7);let n=Date.parse(t),r=new Date(n+(3-(new Date(n).getUTCDay()+6)%7)*cn),i=r.getUTCFullYear(),a=Math.floor((r.getTime()-Date.UTC(i,0,1))/(7*cn))+1;return`${i}-W${String(a).padStart(2,`0`)}`}function Aa(e,t,n){let r=[];for(let i=t;i<=n;i=ma(i,1)){let t=ka(e,i);r.at(-1)!==t&&r.push(t)}return r}var G=I.cost,ja=30,Ma=90;function Na(){let e=mn(fn(M.value)),t=mn(pn(fn(M.value),1)),[n,r]=[e.slice(0,7),ha(e.slice(0,7))];return[{label:G.days(V(ja)),from:ma(t,-29),to:t},{label:G.days(V(Ma)),from:ma(t,-89),to:t},{label:G.thisMonth,from:`${n}-01`,to:e},{label:G.lastMonth,from:`${r}-01`,to:ga(r)}]}function Pa({state:e}){let{from:t,to:n}=e,r=e.show!==`forecast`&&e.show!==`difference`,i=r=>R(`label`,{class:`choice`,children:[R(`span`,{children:G[r]}),R(`input`,{type:`date`,value:e[r],onChange:({currentTarget:{value:e}})=>{e&&P(r===`from`?{from:e,to:e>n?e:n,at:void 0}:{from:e<t?e:t,to:e,at:void 0})}})]});return R(S,{children:[R(`form`,{class:`filters cost-controls`,"aria-label":G.controls,onSubmit:e=>e.preventDefault(),children:[R(La,{state:e}),r&&R(S,{children:[i(`from`),i(`to`),R(`span`,{class:`presets`,role:`group`,"aria-label":G.window,children:Na().map(e=>R(`button`,{type:`button`,"aria-pressed":e.from===t&&e.to===n,onClick:()=>P({from:e.from,to:e.to,step:void 0,at:void 0}),children:e.label},e.label))})]}),R(`label`,{class:`choice`,children:[R(`span`,{children:G.owners}),R(`select`,{value:e.owners??`EVEN`,onChange:({currentTarget:{value:e}})=>P({owners:e===`EVEN`?void 0:e}),children:Object.entries(G.ownerRules).map(([e,t])=>R(`option`,{value:e,children:t},e))})]})]}),(e.filters.length>0||e.currency)&&R(za,{state:e}),R(`nav`,{class:`tabs`,hidden:ta.length<2,"aria-label":G.parts,children:ta.map(t=>R(`a`,{href:Ia(e,t),"aria-current":e.show===t?`page`:void 0,children:G.shows[t]},t))})]})}var Fa=e=>({by:e.by,from:e.from,to:e.to,filter:e.filters.map(va),show:e.show===`time`?void 0:e.show,currency:e.currency??void 0,owners:e.owners??void 0}),Ia=(e,t)=>N(`cost`,{...Fa(e),show:t===`time`?void 0:t});function La({state:e}){let[t,...n]=e.by;return R(`label`,{class:`choice`,children:[R(`span`,{children:G.by}),R(`select`,{value:t,onChange:({currentTarget:{value:e}})=>P({by:e,at:void 0}),children:ra.map(e=>R(`option`,{value:e,children:[G.dimensions[e],e===t&&n.length>0?` · ${n.map(e=>G.dimensions[e]).join(` · `)}`:``]},e))})]})}var Ra=({state:e})=>R(`span`,{class:`presets`,role:`group`,"aria-label":G.step,children:na.map(t=>R(`button`,{type:`button`,class:`quiet`,"aria-pressed":e.step===t,onClick:()=>P({step:t,at:void 0}),children:G.steps[t]},t))});function za({state:e}){return R(`ul`,{class:`filter-chips`,"aria-label":G.only,children:[e.filters.map(t=>R(`li`,{children:[R(`span`,{class:`muted`,children:G.dimensions[t.dimension]}),` `,R(ea,{value:t.value}),R(`button`,{type:`button`,class:`quiet`,"aria-label":G.without($i(t.value)),title:G.without($i(t.value)),onClick:()=>P({filter:e.filters.filter(e=>e!==t).map(va),at:void 0}),children:R(`span`,{"aria-hidden":`true`,children:`×`})})]},va(t))),e.currency&&R(`li`,{children:[R(`span`,{class:`muted`,children:G.currency}),` `,e.currency,R(`button`,{type:`button`,class:`quiet`,"aria-label":G.without(e.currency),onClick:()=>P({currency:void 0}),children:R(`span`,{"aria-hidden":`true`,children:`×`})})]})]})}var Ba=2;function Va(e){return Math.max(Ba,...e.map(e=>(e?.split(`.`)[1]??``).replace(/0+$/,``).length))}function Ha({amount:e,places:t=Va([e]),signed:n=!1}){if(e==null)return R(`span`,{class:`muted`,children:I.unknown});let[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=i.padEnd(t,`0`),o=e.startsWith(`-`),s=/^0*$/.test(r+i);return R(`data`,{class:`amount ${s?`is-zero`:``}`,value:e,children:[s?``:o?`−`:n?`+`:``,Vr(`${r}.${a.slice(0,Ba)}`),R(`span`,{class:`amount-rest`,children:a.slice(Ba,t)})]})}var Ua=`http://www.w3.org/2000/svg`,Wa=24,Ga=16,Ka=2,qa=16e3;function Ja(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*Ga],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,Ua),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-Wa,r.y-Wa,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(Za(`style`,Xa()),Za(`metadata`,t.join(`
`)),Qa(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>$a(e,r.x,r.y+r.height+Wa+(t+.5)*Ga))),new XMLSerializer().serializeToString(o)}async function Ya(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(Ka,qa/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function Xa(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels|chart)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function Za(e,t){let n=document.createElementNS(Ua,e);return n.textContent=t,n}function Qa(e,t,n){let r=Za(`rect`,``),i={x:e.x-Wa,y:e.y-Wa,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function $a(e,t,n){let r=Za(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}function eo(e,t){return e<t?-1:+(e>t)}function to(e){return`${e.source}\t${e.kind}\t${e.target}`}function no(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function ro(e){return e.slice(e.indexOf(`:`)+1)}var io=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function ao(e,t){return e===null||t===null?e??t:io.indexOf(e)>=io.indexOf(t)?e:t}var oo=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],so=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function co(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var lo=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(fo(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===ro(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=to(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:co(oo,r?.permission??null,e.permission??null),exercised:ao(r?.exercised??null,t),evidence:uo(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>eo(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>eo(e.key,t.key)),routes:this.routes}}};function uo(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>eo(e.claimedBy,t.claimedBy)||eo(e.permission??``,t.permission??``))}function fo(e,t,n,r){return{id:e,kind:no(e),name:t||ro(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function po(e,t,n){let r=new lo,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(fo(t,ro(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(mo(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function mo(e,t){return{...fo(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function ho(e,t,n){let r=new lo,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(fo(e,ro(e),0,`start`)),t!==e&&r.setNode(fo(t,ro(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function go(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function _o(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(go(n,r.source,r.target),go(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var vo=`fold:`;function yo(e,t){let n=bo(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=xo(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=Co(e.edges,r),o=new Map(e.edges.map(e=>[e.key,So(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>eo(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function bo(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(eo)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>eo(e.id,t.id)))}function xo(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:co(oo,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:co(so,e.sensitivity,t.sensitivity),exercised:ao(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:vo+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function So(e,t){return to({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function Co(e,t){let n=new Map;for(let r of e){let e=So(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:co(oo,i.permission,r.permission),exercised:ao(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>eo(e.key,t.key))}var wo={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},To={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},Eo=52,Do=76,Oo=16,ko=8,Ao=4,jo=60,Mo=400;function No(e){return`${e.source}\t${e.target}`}var Po=`\0`;function Fo(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=No(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${Po}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(No(n),n)})}return a.length>Mo?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function Io(e,t,n={}){let r=Fo(e,t),i=Lo(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>zo(e,a));for(let e=0;e<ko;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,Vo(o[e]??[],t?i.before:i.after,a))}return Uo(i,o,n.pinned??new Map,r.bendsOf)}function Lo(e,t){let n=[...e].sort((e,t)=>eo(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function Ro(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function zo(e,t){return Ro(e,t),e}function Bo(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function Vo(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?Bo(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return Ro(i,n),i}function Ho(e){return Math.max(jo,Math.ceil(Math.sqrt(e*3)))}function Uo(e,t,n,r){let i=Ho(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*Eo});let u=r*204-Oo;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(Po)).length}),c+=u+Do}),Wo(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of Ko(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:qo(l)}}function Wo(e,t,n){for(let r=0;r<Ao;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())Go(e.map(e=>{let t=a[e]??[];return t.length>0?Bo(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function Go(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*Eo,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*Eo)}function Ko(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<Eo&&(s=Math.ceil(e.y+Eo));return i.set(a,s+Eo),[e,{x:a,y:s}]})}function qo(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var Jo=18.5,Yo=15.5,Xo=24,Zo=16,Qo=250,$o=e=>`translate(${e.x-94} ${e.y-20})`,es=/[ijlrtfI.,:;'|!()[\]/ -]/,ts=/[A-HJ-Zmw@%…]/,ns=e=>e.reduce((e,t)=>e+(es.test(t)?.62:ts.test(t)?1.3:1),0);function rs(e,t){let n=[...e];if(ns(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(ns([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function is({layout:e,words:t}){let n=e.bounds.top-26;return R(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>R(`g`,{children:[R(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),R(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function as({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>Qo;return R(`g`,{class:e.edges.length<=Zo?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=ss(a,o,t.bends.get(No(e))??[]);return R(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&R(`path`,{class:`edge-area`,d:l.path}),R(`path`,{class:`edge-line`,d:l.path}),!i&&R(`path`,{class:`edge-head`,d:l.head}),!i&&R(`path`,{class:`edge-cut`,d:os(l.middle,5)}),!i&&R(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}var os=({x:e,y:t},n)=>`M${e-n} ${t-n}l${2*n} ${2*n}M${e+n} ${t-n}l${-2*n} ${2*n}`;function ss(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function cs({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>Qo;return R(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&R(ds,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var ls=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,us=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function ds({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:wo[e.permission]??0,s=e.sensitivity===null?void 0:To[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return R(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:$o(t),children:[!r&&R(`title`,{children:a}),e.role===`fold`&&R(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),R(`rect`,{class:`node-card`,width:188,height:40,rx:9}),R(`path`,{class:`node-side`,d:ls}),R(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:oi(e.kind)}),R(`text`,{class:`node-name`,x:42,y:17,children:rs(c,s===void 0?Jo:Yo)}),R(`text`,{class:`node-words`,x:42,y:31,children:rs(n.subtitle(e),Xo)}),o>0&&R(`path`,{class:`node-bars`,d:us.slice(o).join(``)}),o>0&&R(`path`,{class:`node-bars is-full`,d:us.slice(0,o).join(``)}),s!==void 0&&R(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),!r&&R(`path`,{class:`node-cut`,d:os({x:17,y:20},9)}),i&&R(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function fs(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||eo(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||eo(t,n))[0]??null}}var ps=.04,ms=3,hs=28,gs=.55;function _s(e,t){let[n,r]=[e.right-e.left,e.bottom-e.top],i={width:t.width-56,height:t.height-56},a=Cs(Math.min(1.1,i.width/Math.max(1,n),i.height/Math.max(1,r)));return{scale:a,x:t.width/2-a*(e.left+e.right)/2,y:t.height/2-a*(e.top+e.bottom)/2}}function vs(e,t,n,r){let i=_s(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001;return{scale:a,x:(e.right-e.left)*a<=t.width-56?t.width/2-a*(e.left+e.right)/2:r?t.width-hs-e.right*a:hs-e.left*a,y:t.height/2-n.y*a}}function ys(e,t,n){let r=Cs(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function bs(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function xs(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return bs(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function Ss(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function Cs(e){return Math.min(ms,Math.max(ps,e))}var ws={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},Ts=4,Es=.0016,Ds=1.25;function Os(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=Fs(a,e),l=O(()=>fs(t,n),[t,n]),u=O(()=>[R(is,{layout:n,words:r}),R(as,{graph:t,layout:n,words:r}),R(cs,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);Ns(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),Ms(a.current,e)?.focus({preventScroll:!0})},[n,c]);return R(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.9+120)}px`},children:[R(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=ws[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!ks(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>js(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:R(`g`,{class:`picture-world`,children:u})}),R(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[R(`button`,{type:`button`,onClick:()=>c.zoom(Ds),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),R(`button`,{type:`button`,onClick:()=>c.zoom(1/Ds),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),R(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function ks(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(Ds);else if(e===`-`)r.zoom(1/Ds);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(As(a,s.id,n.selected));else return!1;return!0}function As(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function js(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function Ms(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function Ns(e,t,n,r){let{graph:i,selected:a,route:o,marks:s,words:c}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),l=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),u=new Set(i.nodes.filter(({id:e,members:t})=>s!==null&&(t.length>0?t:[e]).every(e=>s.gone.has(e))).map(({id:e})=>e)),d=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===d?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,l!==null&&!l.has(t)),Ps(e,c,s?.cut.has(t)??!1,u.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t));let n=[e.dataset.source??``,e.dataset.target??``];Ps(e,c,s?.cut.has(t)??!1,(s?.gone.has(t)??!1)||n.some(e=>u.has(e)))}},[i,a,o,s,n,r])}function Ps(e,t,n,r){e.classList.toggle(`is-cut`,n),e.classList.toggle(`is-gone`,r);let i=[n?t.cut:``,r?t.gone:``].filter(Boolean).join(`, `);i?e.setAttribute(`aria-description`,i):e.removeAttribute(`aria-description`)}function Fs(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<gs)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<Ts)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(bs(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=Ss(n.current,s(t));a.id!==null&&Ms(e.current,a.id)?.setAttribute(`transform`,$o(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,Ss(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(bs(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(ys(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(_s(a.current.layout.bounds,t())),reveal:e=>o(xs(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(vs(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(ys(n.current,Math.exp(-e.deltaY*Es),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var Is=[`YES`,`NO`,`UNKNOWN`];function Ls(){return R(`details`,{class:`picture-legend`,children:[R(`summary`,{children:I.picture.legend}),R(`ul`,{children:[Is.map(e=>R(`li`,{children:[R(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:R(`g`,{class:`edge use-${e.toLowerCase()}`,children:[R(`path`,{class:`edge-line`,d:`M2 5H28`}),R(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),I.uses[e]]},e)),[...so].reverse().map(e=>R(`li`,{children:[R(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:R(`path`,{class:`node-sensitivity is-${e}`,d:To[e]})}),I.sensitivities[e]]},e))]}),R(`p`,{class:`muted small`,children:I.picture.keys})]})}var Rs=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),zs=function(e,t){return new URL(e,t).href},Bs={},Vs=function(e){return e.pathname.endsWith(`.css`)},Hs=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Us=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=zs(t,n);let r=s(t),i=Vs(r);return Hs(Bs,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Rs,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},Ws=1200,Gs=new Map;function Ks(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:Gs}),s=a.of===e.subject?a.at:Gs,[c,l]=[an(`open`),an(`hide`)],u=JSON.stringify([c,l]),d=O(()=>_o(e.graph,new Set(l)),[e.graph,u]),f=e.marks??null,p=[...f?.cut??[]].flatMap(e=>e.split(`	`)).join(`
`),m=O(()=>yo(d,{expanded:new Set(c),separate:new Set([...s.keys(),...p.split(`
`)])}),[d,s,u,p]),h=O(()=>qs(m,s),[m,s]),g=e.focused===null?null:m.routes.get(e.focused)??null,_={select:e.onSelect,focus:t=>e.onFocus(t===null||!m.routes.has(t)?null:t),expand:e=>P({open:[...c,e.slice(vo.length)]}),hide:e=>P({hide:[...l,...Qs(m,e)]}),open:e=>rn(fi(e).view,{[fi(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:$s(s,t,n)})},v=m.nodes.length+m.edges.length,y={graph:m,layout:h,words:t,label:I.picture.label(e.title,V(m.nodes.length),V(m.edges.length)),selected:Zs(m,e.selected),route:g,pinned:s,marks:f,actions:_,subject:e.subject,direction:n},{Large:b,isAwaited:x}=Ys(v>Ws),ee=t=>{let n=i.current?.querySelector(`svg.picture`);n&&ec(n,t,e.exportName,e.title,r)};return R(`div`,{class:`picture-box`,ref:i,children:[R(`div`,{class:`picture-tools`,children:[g!==null&&R(Js,{onClick:()=>e.onFocus(null),children:I.picture.showAll}),c.length>0&&R(Js,{onClick:()=>P({open:[]}),children:I.picture.showFolded}),l.length>0&&R(Js,{onClick:()=>P({hide:[]}),children:I.picture.showHidden(V(l.length))}),s.size>0&&R(Js,{onClick:()=>o({of:e.subject,at:Gs}),children:I.picture.unpin(V(s.size))}),R(`span`,{class:`picture-exports`,children:[!b&&R(Js,{onClick:()=>ee(`svg`),children:I.picture.exportSvg}),!b&&R(Js,{onClick:()=>ee(`png`),children:I.picture.exportPng})]})]}),b?R(b,{...y}):x?R(`div`,{class:`picture-frame`,"aria-busy":`true`}):R(Os,{...y}),b&&R(`p`,{class:`muted small`,children:I.picture.large(V(v))}),R(Ls,{})]})}function qs(e,t){let n=performance.now(),r=Io(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function Js({onClick:e,children:t}){return R(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function Ys(e){let[t,n]=T(),r=O(()=>e&&Xs(),[e]);return E(()=>{r&&!t&&Us(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}function Xs(){return document.createElement(`canvas`).getContext(`webgl2`)!==null}function Zs(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function Qs(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function $s(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function ec(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=Ja(e,[r,I.picture.provenance(a,o.slice(0,12),s),I.picture.exportedAt(new Date().toISOString())]);t===`svg`?vi(yi(n,i,`svg`),`image/svg+xml`,c):vi(yi(n,i,`png`),`image/png`,await Ya(c))}var tc=e=>e.reduce((e,t)=>e+t,0n);function nc(e,t,n,r){let i=new Map(t.map((e,t)=>[e,t])),a=t.map(()=>0n),o=e.key.find(({key:e})=>e===n)?.value??[];return e.cost.forEach((e,t)=>{let n=i.get(o[t]??``);n!==void 0&&e!==null&&r(t)&&(a[n]=a[n]+Rr(e))}),a}function rc(e,t,n,r,i,a){let o=nc(t,a,i,()=>!0),s=e?.key.find(({key:e})=>e===n)?.value??[],c=e===null||la(n)?[]:r.map(t=>{let n=nc(e,a,i,e=>s[e]===t);return{key:t,nano:n,total:tc(n)}}),l=o.map((e,t)=>e-tc(c.map(({nano:e})=>e[t]))),u=l.some(e=>e!==0n)?[{key:null,nano:l,total:tc(l)}]:[];return{periods:a,series:[...c,...u],totals:o}}function ic({periods:e,series:t}){let[n,r]=[0n,0n];return e.forEach((e,i)=>{let a=t.map(({nano:e})=>e[i]),[o,s]=[tc(a.filter(e=>e<0n)),tc(a.filter(e=>e>0n))];o<n&&(n=o),s>r&&(r=s)}),[n,r]}function ac(e,t,n=4){let r=t-e;if(r<=0n)return[0n];let i=r/BigInt(n)||1n,a=10n**BigInt(i.toString().length-1),o=[1n,2n,5n,10n].map(e=>e*a).find(e=>e>=i),s=[];for(let n=-((-e+o-1n)/o)*o;n<=t+o-1n;n+=o)s.push(n);return s}var oc=(e,t,n)=>n===t?0:Number((e-t)*1000000n/(n-t))/1e6,sc=260,cc=18,lc=46,uc=7,dc=280,fc=I.cost,pc=({key:e},t)=>e===null?`chart-rest`:e.startsWith(`~`)?`chart-nameless`:`chart-series-${t+1}`,mc=e=>Vr(zr(e).replace(/\.?0+$/,``)).replace(/^-/,`−`);function hc(){let e=D(null),[t,n]=T(0);return E(()=>{let t=e.current;if(!t)return;let r=new ResizeObserver(([e])=>n(Math.round(e.contentRect.width)));return r.observe(t),()=>r.disconnect()},[]),[e,t]}function gc(e){let[t,n]=hc(),{stacks:r}=e,i=Math.max(dc,n);return R(`div`,{class:`chart-box`,ref:t,children:n>0&&r.periods.length>0&&R(_c,{...e,width:i})})}function _c({stacks:e,currency:t,label:n,anomalies:r,chosen:i,onHover:a,onChoose:o,width:s}){let{periods:c}=e,[l,u]=T(c.length-1),d=D(null),f=ac(...ic(e)),[p,m]=[f[0],f.at(-1)],h=Math.max(...f.map(e=>mc(e).length))*uc+12,g=(s-h-8)/c.length,_=e=>cc+(1-oc(e,p,m))*216,v=Math.ceil(lc/g),y=Math.min(l,c.length-1);return R(`svg`,{class:`picture chart`,width:s,height:sc,viewBox:`0 0 ${s} ${sc}`,role:`group`,"aria-label":n,children:R(`g`,{class:`picture-world`,children:[R(vc,{}),f.map(e=>R(`g`,{children:[R(`line`,{class:e===0n?`chart-zero`:`chart-grid`,x1:h,x2:s,y1:_(e),y2:_(e)}),R(`text`,{class:`chart-tick`,x:h-8,y:_(e)+4,"text-anchor":`end`,children:mc(e)})]},String(e))),c.map((e,t)=>t%v===0&&R(`text`,{class:`chart-tick`,x:h+(t+.5)*g,y:252,"text-anchor":`middle`,children:e.length===10||e.length===8?e.slice(5):e},e)),R(`g`,{ref:d,onKeyDown:e=>{let t={ArrowLeft:y-1,ArrowRight:y+1,Home:0,End:c.length-1}[e.key];if(t!==void 0){let e=Math.max(0,Math.min(c.length-1,t));u(e),(d.current?.children[e])?.focus()}else if(e.key===`Enter`||e.key===` `)o(c[y]);else return;e.preventDefault(),e.stopPropagation()},onPointerLeave:()=>a(null),children:c.map((n,s)=>R(`g`,{class:`chart-bar`,role:`button`,tabIndex:s===y?0:-1,"data-period":n,"aria-pressed":n===i,"aria-label":Sc(e,s,t,r.get(n)??0),onPointerEnter:()=>a(n),onFocus:()=>{u(s),a(n)},onBlur:()=>a(null),onClick:()=>o(n),children:[R(`rect`,{class:`chart-hit`,x:h+s*g,y:2,width:g,height:232}),R(yc,{stacks:e,index:s,x:h+(s+.12)*g,width:g*.76,y:_}),r.has(n)&&R(xc,{x:h+(s+.5)*g,y:bc(e,s,_),count:r.get(n)})]},n))})]})})}function vc(){return R(`defs`,{children:R(`pattern`,{id:`chart-hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[R(`rect`,{class:`chart-hatch-ground`,width:`6`,height:`6`}),R(`line`,{class:`chart-hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})})}function yc({stacks:e,index:t,x:n,width:r,y:i}){let[a,o]=[0n,0n];return R(S,{children:e.series.map((e,s)=>{let c=e.nano[t];if(c===0n)return null;let l=c>0n?a:o;c>0n?a+=c:o+=c;let[u,d]=[i(l),i(l+c)];return R(`rect`,{class:`chart-part ${pc(e,s)}`,"data-key":e.key??``,x:n,y:Math.min(u,d),width:r,height:Math.abs(u-d)},e.key??``)})})}var bc=({series:e},t,n)=>n(e.reduce((e,{nano:n})=>n[t]>0n?e+n[t]:e,0n));function xc({x:e,y:t,count:n}){return R(`g`,{class:`chart-mark`,transform:`translate(${e} ${t-4})`,children:[R(`path`,{d:`M0 0l-5 -8h10z`}),n>1&&R(`text`,{x:`7`,y:`-1`,children:n})]})}function Sc({periods:e,series:t,totals:n},r,i,a){let o=e=>Fr({currency:i,amount:zr(e)}),s=t.filter(({nano:e})=>e[r]!==0n).map(({key:e,nano:t})=>`${e===null?fc.rest:$i(e)} ${o(t[r])}`),c=a>0?[fc.anomaliesOf(V(a))]:[];return[`${e[r]}: ${o(n[r])}`,...c,...s].join(`; `)}var Cc=I.cost;function wc(e,t){let n=e.columns.key.find(({key:e})=>e===t)?.value??[],r=new Map;return n.forEach((t,n)=>{t!==null&&t!==`~hidden`&&r.set(t,(r.get(t)??0n)+Rr(e.columns.cost[n]??`0`))}),[...r].filter(([,e])=>e!==0n).sort(([,e],[,t])=>e<t?1:e>t?-1:0).slice(0,8).map(([e])=>e)}function Tc(e,t){let n=e.by[0],r={from:e.from,to:e.to,...Sa(e,M.value)},i=la(n)?[]:wc(t,n),a=[...xa(e.filters.filter(e=>e.dimension!==n)),...i.length?[{dimension:n,values:[...i]}]:[]],o=la(n)?[e.step]:[n,e.step];return{keys:i,variables:{input:{...r,by:o,filters:a},whole:{...r,by:[e.step]}}}}function Ec({state:e,sums:t}){let n=t?Tc(e,t):null,r=B(Jn,n?.variables??null,e=>({...z(e.whole),parts:z(e.parts)})),[i,a]=T(null),o=D(null),s=Cc.dimensions[e.by[0]],c=Cc.barsTitle(s,Cc.steps[e.step]),l=Cc.barsQuestion(s,e.from,e.to,e.filters.map(({dimension:e,value:t})=>`${Cc.dimensions[e]} ${$i(t)}`)),u=e=>{let t=o.current?.querySelector(`svg.chart`),n=wi(r.data);t&&n&&ec(t,e,`cost-over-time`,l,n)},d=({columns:t,parts:r})=>rc(r.columns,t,e.by[0],n?.keys??[],e.step,Aa(e.step,e.from,e.to));return R(W,{title:c,lead:Cc.barsLead(t?.ledger.currency??``),answer:r,exportName:`cost-over-time`,exportTable:t=>kc(d(t),e.step),tools:R(S,{children:[R(Ra,{state:e}),r.data&&R(`span`,{class:`export`,children:[R(`button`,{type:`button`,class:`quiet`,onClick:()=>u(`svg`),children:I.picture.exportSvg}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>u(`png`),children:I.picture.exportPng})]})]}),children:n=>{let r=d(n),s=i??e.at;return R(`div`,{ref:o,children:[R(gc,{stacks:r,currency:t?.ledger.currency??``,label:c,anomalies:new Map,chosen:e.at,onHover:a,onChoose:t=>P({at:t===e.at?void 0:t})}),R(Dc,{state:e,stacks:r,period:s})]})}})}function Dc({state:e,stacks:t,period:n}){let r=n===null?-1:t.periods.indexOf(n),i=({nano:e,total:t})=>zr(r<0?t:e[r]),a=zr(r<0?t.totals.reduce((e,t)=>e+t,0n):t.totals[r]),o=Va([a,...t.series.map(i)]),[s,c]=r<0?[e.from,e.to]:Da(e.step,t.periods[r],e.from,e.to);return R(`div`,{class:`readout`,children:[R(`p`,{class:`readout-head`,children:[R(`strong`,{children:r<0?Cc.allPeriods:t.periods[r]}),` `,R(Ha,{amount:a,places:o}),r>=0&&(s!==e.from||c!==e.to)&&R(`a`,{href:N(`cost`,{...Fa(e),from:s,to:c}),children:Cc.onlyThis})]}),R(`ul`,{class:`legend-list`,children:t.series.map((t,n)=>R(`li`,{"data-key":t.key??``,children:[R(`svg`,{class:`swatch`,width:`12`,height:`12`,"aria-hidden":`true`,children:R(`rect`,{class:pc(t,n),width:`12`,height:`12`,rx:`2`})}),t.key===null?R(`span`,{children:Cc.rest}):R(ea,{value:t.key,address:Oc(e,t.key)}),R(Ha,{amount:i(t),places:o})]},t.key??``))})]})}function Oc(e,t){let n=Ea(e,new Map([[e.by[0],t]]));return n?N(`cost`,{...Fa(e),...n}):void 0}var kc=({periods:e,series:t},n)=>({columns:[n,`key`,`cost`],rows:e.flatMap((e,n)=>t.map(({key:t,nano:r})=>[e,t??`~rest`,zr(r[n])]))}),Ac=I.cost,jc=`reasoning`;function Mc({columns:e},t){let n=t.map(t=>e.key.find(({key:e})=>e===t)?.value??[]),r=e.tokens.filter(({key:e})=>e!==jc);return e.cost.map((i,a)=>({key:new Map(t.map((e,t)=>[e,n[t][a]??``])),cost:i??`0`,estimate:e.estimate[a]??`0`,included:e.included[a]??`0`,basis:e.basis[a]??``,requests:e.requests[a]??0,tokens:r.reduce((e,{value:t})=>e+(t[a]??0),0)}))}var Nc=({key:e})=>[...e.values()].join(` `),Pc=e=>Number(Rr(e));function Fc({state:e,answer:t}){let n=Ta(e.by,e.filters);return R(W,{title:Ac.rowsTitle(e.by.map(e=>Ac.dimensions[e]).join(` · `)),lead:n?Ac.opensTo(n.map(e=>Ac.dimensions[e]).join(`, `)):Ac.finest,answer:t,exportName:`cost`,exportTable:t=>({columns:[...e.by,`cost`,`estimate`,`included`,`currency`,`basis`,`requests`,`tokens`],rows:Mc(t,e.by).map(e=>[...e.key.values(),e.cost,e.estimate,e.included,t.ledger.currency,e.basis,e.requests,e.tokens])}),summary:e=>Ir(e.ledger),children:t=>R(Ic,{state:e,sums:t})})}function Ic({state:e,sums:t}){let n=Mc(t,e.by),r=n.reduce((e,{cost:t})=>e+Rr(t),0n),i=Rr(t.ledger.amount)-r,a={cost:Va([...n.map(({cost:e})=>e),zr(r)]),estimate:Va([...n.map(({estimate:e})=>e),t.estimateValue.amount]),included:Va([...n.map(({included:e})=>e),t.includedValue.amount])},o=e=>({key:e,title:Ac.amounts[e],cell:t=>R(Ha,{amount:t[e],places:a[e]}),sort:t=>Pc(t[e]),align:`end`,wide:e!==`cost`}),s=[...e.by.map((t,n)=>({key:t,title:Ac.dimensions[t],cell:r=>{let i=n===0?Ea(e,r.key):null;return R(ea,{value:r.key.get(t),address:i?N(`cost`,{...Fa(e),...i}):void 0})},sort:e=>e.key.get(t)})),o(`cost`),o(`estimate`),o(`included`),{key:`basis`,title:Ac.basis,cell:({basis:e})=>R(`span`,{class:`muted small`,children:Ac.bases[e]??e}),sort:({basis:e})=>e,wide:!0},{key:`requests`,title:Ac.requests,cell:({requests:e})=>V(e),sort:({requests:e})=>e,align:`end`,wide:!0},{key:`tokens`,title:Ac.tokens,cell:({tokens:e})=>V(e),sort:({tokens:e})=>e,align:`end`,wide:!0}];return R(S,{children:[R(H,{caption:Ac.rowsTitle(Ac.dimensions[e.by[0]]),rows:n,rowKey:Nc,columns:s,empty:Ac.noRows,footer:{[e.by[0]]:Ac.sumOfRows,cost:R(Ha,{amount:zr(r),places:a.cost}),estimate:R(Ha,{amount:t.estimateValue.amount,places:a.estimate}),included:R(Ha,{amount:t.includedValue.amount,places:a.included})}}),R(`p`,{class:`table-foot`,children:i===0n?Ac.rowsAreLedger:Ac.rowsAndBuckets(Fr({currency:t.ledger.currency,amount:zr(i)}))})]})}var K=I.cost,Lc=[`~unattributed`,`~shared`,ia],Rc=[`seat`,`variance`,`tax`,`credit`,`other`];function zc(e,t,n){let r=e.columns.key.find(({key:e})=>e===t.by[0])?.value??[],i=new Map(Lc.map(e=>[e,0n])),a=new Set,o=0n;e.columns.cost.forEach((e,t)=>{let[n,s]=[r[t]??``,Rr(e??`0`)];Zi(n)?i.set(n,(i.get(n)??0n)+s):(o+=s,a.add(n))});let s=t.filters.filter(({dimension:e})=>e!==t.by[0]).map(va),c=new Map(Rc.map(e=>[e,0n]));for(let{key:t,value:n}of e.buckets)c.set(t,Rr(n.amount));return[{name:`named`,label:K.named(V(a.size),K.dimensions[t.by[0]]),nano:o},...[...i].map(([e,r])=>({name:e,label:Qi(e),nano:r,...r!==0n&&e!==`~hidden`?{address:n({filter:[...s,`${t.by[0]}=${e}`]})}:{}})),...[...c].map(([e,t])=>({name:e,label:K.buckets[e]??e,nano:t,...e===`variance`&&t!==0n?{address:n({show:`bill`})}:{}}))]}function Bc({sums:e,state:t,address:n}){let r=zc(e,t,n),i=r.reduce((e,{nano:t})=>e+t,0n),a=i===Rr(e.ledger.amount),o=Va([...r.map(({nano:e})=>zr(e)),e.ledger.amount,e.estimateValue.amount,e.includedValue.amount]),s=zr(e.overlaps.filter(({cost:t})=>t.currency===e.ledger.currency).reduce((e,{cost:t})=>e+Rr(t.amount),0n));return R(`div`,{class:`sheet`,children:[R(`table`,{class:`sheet-table`,children:[R(`caption`,{class:`visually-hidden`,children:K.sheet}),R(`thead`,{children:R(`tr`,{children:[R(`th`,{scope:`col`,children:K.inLedger}),R(`th`,{scope:`col`,class:`end`,children:e.ledger.currency})]})}),R(`tbody`,{children:r.map(({name:e,label:t,nano:n,address:r})=>R(`tr`,{"data-part":e,children:[R(`th`,{scope:`row`,children:r?R(`a`,{href:r,children:t}):t}),R(`td`,{class:`end`,children:R(Ha,{amount:zr(n),places:o})})]},e))}),R(`tfoot`,{children:R(`tr`,{"data-part":`ledger`,children:[R(`th`,{scope:`row`,children:K.ledger}),R(`td`,{class:`end`,children:R(Ha,{amount:e.ledger.amount,places:o})})]})})]}),R(`p`,{class:a?`sheet-proof`:`problem`,role:a?void 0:`alert`,children:a?K.addsUp:K.addsUpNot(zr(Rr(e.ledger.amount)-i))}),R(`table`,{class:`sheet-table`,children:[R(`caption`,{class:`visually-hidden`,children:K.beside}),R(`thead`,{children:R(`tr`,{children:[R(`th`,{scope:`col`,children:K.beside}),R(`th`,{scope:`col`})]})}),R(`tbody`,{children:[R(Vc,{name:`estimate`,label:K.estimateValue,amount:e.estimateValue.amount,places:o}),R(Vc,{name:`included`,label:K.includedValue,amount:e.includedValue.amount,places:o}),R(`tr`,{"data-part":`overlaps`,children:[R(`th`,{scope:`row`,children:e.overlaps.length?R(`a`,{href:n({show:`bill`}),children:K.overlapsOf(V(e.overlaps.length))}):K.overlapsOf(`0`)}),R(`td`,{class:`end`,children:R(Ha,{amount:s,places:o})})]}),R(`tr`,{"data-part":`unpriced`,children:[R(`th`,{scope:`row`,children:K.unpriced}),R(`td`,{class:`end`,children:K.rows(V(e.unpricedRows))})]}),e.droppedBuckets.map(({key:e,value:t})=>R(Vc,{name:`dropped-${e}`,label:K.dropped(K.buckets[e]??e),amount:t.amount,places:o},e)),e.leftOut.map(({currency:e,amount:t})=>R(`tr`,{"data-part":`left-out-${e}`,children:[R(`th`,{scope:`row`,children:R(`a`,{href:n({currency:e}),children:K.leftOut(e)})}),R(`td`,{class:`end`,children:R(Ha,{amount:t,places:o})})]},e))]})]}),e.rates.map(({key:t,value:n})=>R(`p`,{class:`muted small`,children:K.rate(t,String(n),e.ledger.currency)},t)),e.droppedBuckets.length>0&&R(`p`,{class:`muted small`,children:K.droppedWhy})]})}function Vc({name:e,label:t,amount:n,places:r}){return R(`tr`,{"data-part":e,children:[R(`th`,{scope:`row`,children:t}),R(`td`,{class:`end`,children:R(Ha,{amount:n,places:r})})]})}var Hc=I.cost;function Uc(){let e=ba(j.value.params,M.value);return R(S,{children:[R(`h1`,{children:Hc.title}),R(`p`,{class:`lead`,children:Hc.lead}),R(Pa,{state:e}),R(Wc,{state:e})]})}function Wc({state:e}){let t=B(qn,{input:{by:[...e.by],from:e.from,to:e.to,...Sa(e,M.value)}},e=>z(e.costAttribution)),n=t=>N(`cost`,{...Fa(e),...t});return R(`div`,{class:`cost`,children:[R(W,{title:Hc.sums,lead:Hc.sumsLead(e.from,e.to),answer:t,class:`cost-sheet`,exportName:`cost-sums`,children:t=>R(Bc,{sums:t,state:e,address:n})}),R(`div`,{class:`cost-main`,children:[R(Ec,{state:e,sums:t.data}),R(Fc,{state:e,answer:t})]})]})}var Gc=100,Kc=7,qc=[1,7,30,90],q=I.changes;function Jc(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var Yc=({isOpened:e})=>R(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[R(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?q.opened:q.closed]}),Xc={key:`change`,title:q.change,cell:({isOpened:e})=>R(Yc,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},Zc=[{key:`claimedBy`,title:q.claimedBy,cell:({claimedBy:e})=>e??I.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:q.run,cell:({run:e})=>e??I.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:q.at,cell:({at:e})=>ln(e),sort:({at:e})=>e,wide:!0}],Qc=[Xc,{key:`source`,title:q.source,cell:({source:e})=>R(U,{id:e}),sort:({source:e})=>e},{key:`kind`,title:q.kind,cell:({kind:e})=>R(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:q.target,cell:({target:e})=>R(U,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>e&&R(ui,{permission:e}),wide:!0},...Zc],$c=[Xc,{key:`root`,title:q.root,cell:({root:e})=>R(U,{id:e,href:N(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>R(U,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>R(ui,{permission:e}),wide:!0},{key:`hops`,title:q.hops,cell:({hops:e})=>V(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:q.reasons,cell:({reasons:e})=>R(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function el({title:e,total:t,children:n}){return R(`section`,{class:`part`,children:[R(`h3`,{children:[e,` `,R(`span`,{class:`muted`,children:V(t)})]}),n]})}function tl(){let e=fn(M.value),t=F(`from`)??hn(pn(e,Kc)),n=F(`of`),r=B(Kn,{input:{from:t,asOf:M.value??null,of:n??null},first:Gc},e=>z(e.changes));return R(S,{children:[R(`h1`,{children:q.title}),R(`p`,{class:`lead`,children:q.lead}),R(`div`,{class:`search-form`,role:`group`,"aria-label":q.from,children:[qc.map(n=>{let r=hn(pn(e,n));return R(`button`,{type:`button`,"aria-pressed":r===t,onClick:()=>P({from:r}),children:q.days(n)},n)}),n&&R(S,{children:[R(U,{id:n}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>P({of:void 0}),children:q.clearOf})]})]}),R(W,{title:r.data?`${ln(r.data.from)} → ${ln(r.data.to)}`:q.title,answer:r,exportName:`changes`,candidateHref:e=>N(`changes`,{from:t,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:Jc(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>q.summary(V(e.opened.totalCount),V(e.closed.totalCount)),children:e=>R(nl,{data:e,from:t})})]})}function nl({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return R(S,{children:[R(el,{title:q.orphaned,total:s,children:R(H,{caption:q.orphaned,columns:$c,rows:Jc(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:q.nothing})}),R(el,{title:q.reach,total:o.totalCount,children:R(H,{caption:q.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:q.nothing,columns:[{key:`who`,title:q.root,cell:({id:e,name:n})=>R(U,{id:e,name:n,href:N(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:I.home.gained,cell:({gained:e})=>`+${V(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:I.home.lost,cell:({lost:e})=>`−${V(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:I.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${Wr(e)} → ${Wr(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),R(el,{title:q.edges,total:c,children:R(H,{caption:q.edges,columns:Qc,rows:Jc(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:q.nothing})}),R(el,{title:q.permissions,total:r.totalCount,children:R(H,{caption:q.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:q.nothing,columns:[{key:`source`,title:q.source,cell:({source:e})=>R(U,{id:e}),sort:({source:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>R(U,{id:e}),sort:({target:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>R(ui,{permission:e})},{key:`after`,title:q.after,cell:({after:e})=>R(ui,{permission:e})},...Zc]})}),R(el,{title:q.properties,total:i.totalCount,children:R(H,{caption:q.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:q.nothing,columns:[{key:`id`,title:q.of,cell:({id:e})=>R(U,{id:e}),sort:({id:e})=>e},{key:`property`,title:q.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>e??I.unknown},{key:`after`,title:q.after,cell:({after:e})=>e??I.unknown},...Zc]})})]})}function rl({command:e}){let[t,n]=T(!1),r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return R(`span`,{class:`command`,children:[R(`code`,{children:e}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?I.parts.copied:I.parts.copy})]})}function il({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),R(`aside`,{class:`evidence`,"aria-label":I.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[R(`header`,{class:`panel-head`,children:[R(`h2`,{children:I.parts.evidence}),R(`button`,{type:`button`,class:`quiet`,onClick:t,children:I.parts.close})]}),R(`ol`,{class:`evidence-list`,children:e.map(e=>R(`li`,{children:[R(`p`,{class:`evidence-edge`,children:[R(U,{id:e.source,name:e.sourceName}),R(`code`,{children:e.kind}),R(U,{id:e.target,name:e.targetName})]}),R(`dl`,{class:`facts`,children:[e.permission&&R(S,{children:[R(`dt`,{children:I.parts.permission}),R(`dd`,{children:R(ui,{permission:e.permission})})]}),R(`dt`,{children:I.parts.claimedBy}),R(`dd`,{children:e.claimedBy}),R(`dt`,{children:I.parts.since}),R(`dd`,{children:ln(e.since)}),e.lastUsed!==void 0&&R(S,{children:[R(`dt`,{children:I.parts.lastUsed}),R(`dd`,{children:un(e.lastUsed)})]}),R(`dt`,{children:I.parts.statement}),R(`dd`,{children:e.evidence?R(`code`,{class:`statement`,children:e.evidence}):I.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var al=I.picture,ol=I.permissions,sl=I.sensitivities,cl=e=>al.edges[e]??e;function ll(e){return e.role===`fold`?al.fold(V(e.members.length),al.pluralKinds[e.kind]??si(e.kind)):e.name}function ul(e,t){return t&&(e.role===`fold`?al.upTo(t.toLowerCase()):t)}function dl(e){let t=e.permission===null?void 0:ol[e.permission],n=e.sensitivity===null?void 0:sl[e.sensitivity],r=[ul(e,t),ul(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return al.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=ri(e.id);return e.role===`fold`||i===``?si(e.kind):`${si(e.kind)} · ${i}`}function fl(e){return[ll(e),e.role===`fold`?void 0:`${si(e.kind)} ${ri(e.id)}`.trim(),e.role===`between`?al.onTheWay:void 0,e.permission===null?void 0:ul(e,ol[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?al.assumed:void 0,e.sensitivity===null?void 0:ul(e,sl[e.sensitivity]),e.exercised===null?void 0:I.uses[e.exercised],e.role===`fold`?al.opensFold:void 0].filter(Boolean).join(`, `)}function pl(e,t,n){return[`${ll(t)} ${cl(e.kind)} ${ll(n)}`,e.permission===null?void 0:ol[e.permission],e.exercised===null?void 0:I.uses[e.exercised],al.claims(e.evidence.length)].filter(Boolean).join(`, `)}function ml(e){return{roleDescription:al.roleDescription,zoom:al.zoom,zoomIn:al.zoomIn,zoomOut:al.zoomOut,fit:al.fit,hop:(t,n)=>e(t,V(n)),title:ll,subtitle:dl,describeNode:fl,describeEdge:pl,edge:cl,cut:al.cut,gone:al.gone}}var hl=I.whatIf,gl=[{title:hl.dataSources,note:hl.dataSourcesNote,show:({dataSources:e})=>V(e)},{title:hl.score,note:hl.scoreNote,show:({score:e})=>Wr(e)},{title:hl.orphanedRoots,show:({orphanedRoots:e})=>V(e)},{title:hl.orphanedPaths,note:hl.orphanedPathsNote,show:({orphanedPaths:e})=>V(e)},{title:hl.spend,show:({spendPerMonth:e})=>Fr(e),exact:({spendPerMonth:e})=>e?Ir(e):void 0}];function _l({before:e,after:t}){return R(`table`,{class:`difference`,children:[R(`caption`,{class:`visually-hidden`,children:hl.result}),R(`thead`,{children:R(`tr`,{children:[R(`td`,{}),R(`th`,{scope:`col`,children:hl.before}),R(`th`,{scope:`col`,children:hl.after})]})}),R(`tbody`,{children:gl.map(({title:n,note:r,show:i,exact:a})=>R(`tr`,{class:i(e)===i(t)?`is-same`:`is-changed`,children:[R(`th`,{scope:`row`,children:[n,r&&R(`span`,{class:`difference-note`,children:r})]}),R(`td`,{title:a?.(e),children:i(e)}),R(`td`,{title:a?.(t),children:i(t)})]},n))})]})}var vl=[`remove`,`offboard`,`block`,`add`];function yl(e){let t=t=>[...new Set(e[t]??[])];return{remove:t(`remove`),offboard:t(`offboard`),block:t(`block`),add:t(`add`)}}var bl=e=>vl.some(t=>e[t].length>0);function xl(e,t){return{...t?{asOf:t}:{},...Object.fromEntries(vl.filter(t=>e[t].length>0).map(t=>[t,[...e[t]]]))}}var Sl=({source:e,kind:t,target:n})=>`${e} -${t}-> ${n}`,Cl=({source:e,kind:t,target:n},r)=>[e,t,n,r].filter(Boolean).join(` `),wl=RegExp(`^(.+?)\\s+-?\\s*(${Object.keys(I.picture.edges).join(`|`)})\\s*(?:->)?\\s+(.+)$`,`s`);function Tl(e,t){let n=t===`remove`||t===`add`?wl.exec(e):null;if(n===null)return{source:e};let[,r=``,i=``,a=``]=n,o=t===`add`?/^(.+)\s+(DISCOVER|READ|WRITE|ADMIN)$/s.exec(a):null;return{source:r,kind:i,target:o?.[1]??a,...o?.[2]?{permission:o[2]}:{}}}var El=`LOSES`,Dl=({reasons:e})=>e.reduce((e,{since:t})=>t&&(e===null||t<e)?t:e,null),Ol=e=>I.reasons[e]??e,kl=({target:e,witness:t})=>t.at(-1)?.targetName??ti(e),Al=(e,t)=>[...new Set([e,...t.flatMap(({witness:e})=>e.slice(0,1).map(({source:e})=>e))])];function jl(e,t){let n=t.map(e=>({id:e.target,kind:no(e.target),name:kl(e),permission:e.permission??null,permissionKnown:!0,hops:e.hops,exercised:e.lastUsed?`YES`:`UNKNOWN`,lastUsed:e.lastUsed??null,witness:e.witness}));return po(Al(e,t),n,`out`)}function Ml(e,t){let n=new Map(e.nodes.map(({id:e,hop:t})=>[e,t])),r=[],i=[];for(let{id:e,name:a,loses:o}of t){let t=o.filter(e=>n.has(e));if(t.length!==0){n.has(e)||r.push(fo(e,a,Math.max(0,Math.max(...t.map(e=>n.get(e)??0))-1),`between`));for(let n of t)i.push({key:to({source:e,kind:El,target:n}),source:e,target:n,kind:El,permission:null,exercised:null,evidence:[]})}}return r.length+i.length===0?e:{...e,nodes:[...e.nodes,...r].sort((e,t)=>eo(e.id,t.id)),edges:[...e.edges,...i]}}var Nl=e=>[...new Set(e.map(({target:e})=>e))].filter(e=>no(e)===`DataSource`);function Pl(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?[t,...n]:[...e.edges.map(Sl),...e.nodes]}function Fl(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?new Set([t,...n]):new Set([...e.edges.map(to),...e.nodes])}function Il(e,t,n,r){let i=e=>new Set(e.filter(e=>e.root===t).map(({target:e})=>e)),[a,o]=[i(n),i(r)],s=new Set([...e.routes].filter(([e])=>!a.has(e)||o.has(e)).flatMap(([e,t])=>[e,...t]));for(let t of e.edges)s.has(t.key)&&(s.add(t.source),s.add(t.target));let c=[...e.nodes.filter(({role:e})=>e!==`start`).map(({id:e})=>e),...e.edges.map(({key:e})=>e)];return new Set(c.filter(e=>!s.has(e)))}var Ll=(e,t)=>({cut:e,gone:t??new Set}),Rl=({witness:e})=>e.map(({source:e,kind:t,target:n},r)=>r===0?`${e} -${t}-> ${n}`:`-${t}-> ${n}`).join(` `),J=I.orphaned,zl=ml(I.picture.hop),Bl=200;function Vl({root:e,answer:t,routes:n,more:r}){let i=Nl(n),a={from:[e.id,...e.folded],to:[...i],asOf:M.value??null},o=B(ur,i.length>0?{input:a,first:Bl}:null,e=>z(e.revocation)),s=i.length===0||o.state===`answered`,c=s?Pl(o.data,e.id,e.folded):[],l=F(`try`)!==void 0&&c.length>0&&c.length<=100,u=B(yr,l?{input:{remove:[...c],...M.value?{asOf:M.value}:{}},first:1}:null,e=>z(e.whatIf)),d=()=>P({try:F(`try`)===void 0||void 0},!0);Ul(`w`,d);let f=O(()=>jl(e.id,n),[e.id,n.length,t.data]),p=O(()=>Ml(f,o.data?.collateral.nodes??[]),[f,o.data]),m=s&&n.length>0?Fl(o.data,e.id,e.folded):Hl,h=l&&u.data?Il(f,e.id,u.data.orphanedPaths.closed,u.data.orphanedPaths.opened):null,g=new Map((l&&u.data?u.data.orphanedPaths.opened:[]).filter(t=>t.root===e.id).map(({target:e,permission:t})=>[e,t??null])),_=O(()=>Ll(m,h),[[...m].join(`
`),h&&[...h].join(`
`)]);return R(S,{children:[R(`div`,{class:`root-top`,children:[R(Wl,{root:e,answer:t}),R(`section`,{class:`revocation`,"aria-label":J.revocation,children:[R(W,{title:J.revocation,lead:i.length>0?J.revocationLead:J.onlyModels,answer:i.length>0?o:{...t,data:void 0,state:`idle`},exportName:`revocation`,exportTable:Jl,summary:({cost:e})=>`${J.cost} ${V(e)}`,children:e=>R(ql,{data:e})}),c.length>100?R(`p`,{class:`muted small`,children:J.tooMany(100)}):s&&R(`p`,{class:`try`,children:[R(`button`,{type:`button`,"aria-pressed":l,"aria-keyshortcuts":`w`,onClick:d,children:[l?J.tryingIt:J.tryIt,` `,R(`kbd`,{"aria-hidden":`true`,children:`w`})]}),R(`a`,{href:N(`what-if`,{remove:c}),children:J.openWhatIf})]}),l&&R(W,{title:I.whatIf.result,level:3,answer:u,exportName:`what-if`,summary:({after:e})=>`${I.whatIf.orphanedPaths} ${V(e.orphanedPaths)}`,children:({before:e,after:t})=>R(_l,{before:e,after:t})})]})]}),R(Yl,{root:e,answer:t,routes:n,more:r,graph:p,marks:_,left:g})]})}var Hl=new Set;function Ul(e,t){let n=D(t);n.current=t,E(()=>{let t=t=>{let r=t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName);t.key!==e||r||t.ctrlKey||t.metaKey||t.altKey||t.defaultPrevented||(t.preventDefault(),n.current())};return document.addEventListener(`keydown`,t),()=>document.removeEventListener(`keydown`,t)},[e])}function Wl({root:e,answer:t}){let n=D(null);return E(()=>n.current?.focus({preventScroll:!0}),[e.id]),R(`section`,{class:`panel root-facts`,children:[R(`header`,{class:`root-head`,children:[R(`h2`,{tabIndex:-1,ref:n,children:[R(U,{id:e.id,name:e.name}),e.shadow&&R(`span`,{class:`tag`,children:J.shadowMark})]}),R(`nav`,{class:`actions`,"aria-label":e.name,children:[R(`a`,{href:N(`blast-radius`,{start:e.id}),children:J.blastRadius}),R(`a`,{href:N(`changes`,{of:e.id}),children:J.changes})]})]}),R(`dl`,{class:`facts root-list`,children:[R(`dt`,{children:J.why}),R(`dd`,{children:[e.reasons.length===0&&(J.state[e.state]??e.state),e.reasons.map(({code:e,since:t,evidence:n})=>R(`p`,{children:[R(`b`,{children:Ol(e)}),t&&R(`span`,{class:`nowrap`,children:[` · `,ln(t)]}),R(`span`,{class:`root-evidence`,children:n})]},e+n))]}),R(`dt`,{children:J.since}),R(`dd`,{children:Dl(e)?ln(Dl(e)):J.sinceUnknown}),R(`dt`,{children:Dl(e)?J.spend:J.spendOfWindow}),R(`dd`,{title:e.spendSince?Ir(e.spendSince):void 0,children:Fr(e.spendSince)}),e.folded.length>0&&R(S,{children:[R(`dt`,{children:J.folded}),R(`dd`,{class:`chips`,children:e.folded.map(e=>R(U,{id:e},e))})]}),R(`dt`,{children:J.nextOwner}),R(`dd`,{children:[e.nextOwner.length===0&&R(`span`,{class:`muted`,children:J.nobody}),e.nextOwner.map(({id:e,name:t,reason:n,evidence:r})=>R(`p`,{children:[R(U,{id:e,name:t}),` `,R(`span`,{children:J.nextOwners[n]??n}),R(`span`,{class:`root-evidence`,children:r})]},e+n))]})]}),t.state===`loading`&&R(`p`,{class:`asking`,children:I.loading})]})}var Gl=[{key:`action`,title:J.step,cell:({action:e})=>e},{key:`system`,title:J.system,cell:({system:e})=>R(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`cost`,title:J.cost,cell:({cost:e})=>V(e),align:`end`},{key:`command`,title:J.command,wide:!0,cell:({command:e})=>e?R(rl,{command:e}):R(`span`,{class:`muted`,children:J.noCommand})}],Kl=[{key:`person`,title:J.person,cell:({id:e,name:t})=>R(U,{id:e,name:t})},{key:`loses`,title:J.loses,cell:({loses:e})=>R(`span`,{class:`chips`,children:e.map(e=>R(U,{id:e},e))})}];function ql({data:e}){let t=e.collateral.totalCount;return e.steps.length===0?R(`p`,{class:`empty`,children:J.noCut}):R(S,{children:[R(H,{caption:J.revocation,columns:Gl,rows:e.steps,rowKey:({source:e,target:t,action:n})=>`${e} ${t} ${n}`}),R(`p`,{class:`verdict`,children:[R(`span`,{class:e.proven?`good`:`bad`,children:[R(`span`,{"aria-hidden":`true`,children:e.proven?`✓`:`✗`}),` `,e.proven?J.proven:J.notProven]}),` `,J.cost,` `,R(`b`,{children:V(e.cost)}),`. `,t===0?J.noCollateral:`${J.collateral(V(t))}.`]}),t>0&&R(H,{caption:J.loses,columns:Kl,rows:e.collateral.nodes,rowKey:({id:e})=>e,total:t})]})}function Jl({steps:e}){return{columns:[`system`,`action`,`cost`,`source`,`target`,`command`],rows:e.map(({system:e,action:t,cost:n,source:r,target:i,command:a})=>[e,t,n,r,i??null,a??null])}}function Yl({root:e,answer:t,routes:n,more:r,graph:i,marks:a,left:o}){let[s,c]=T(null),l=F(`row`)??null,u=n.find(({target:e})=>e===l),d=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),P({row:t?void 0:e??void 0},!0)},f=s===null?u?.witness:i.edges.find(({key:e})=>e===s)?.evidence;return R(W,{title:J.routesTitle,lead:J.routesLead,answer:t,exportName:`orphaned-routes`,exportTable:()=>Zl(n),summary:({totalPaths:e})=>J.paths(V(e)),children:t=>n.length===0?R(`p`,{class:`empty`,children:J.noRoutes}):R(S,{children:[r!==null&&R(`p`,{class:`muted small`,children:[J.someRoutes(V(n.length),V(t.totalPaths)),` `,R(`button`,{type:`button`,onClick:r,children:I.more})]}),R(`div`,{class:`reach-sides`,children:[R(`section`,{class:`reach-picture`,"aria-label":I.reach.picture,children:R(Ks,{graph:i,words:zl,title:J.routesTitle,subject:e.id,direction:`out`,selected:s??l,onSelect:d,focused:F(`focus`)??null,onFocus:e=>P({focus:e??void 0}),provenance:t,exportName:`orphaned-routes`,marks:a})}),R(`section`,{class:`reach-list`,"aria-label":I.reach.list,children:R(H,{caption:J.routesTitle,columns:Xl(o),rows:n,rowKey:({target:e})=>e,rowClass:({target:e})=>a.gone.has(e)?`is-gone`:``,selected:l??``,onOpen:({target:e})=>d(e),total:t.totalPaths})})]}),f!==void 0&&f.length>0&&R(`div`,{class:`reach-evidence`,children:R(il,{edges:f,onClose:()=>d(null)},s??l??``)})]})})}var Xl=e=>[{key:`target`,title:J.target,cell:e=>R(U,{id:e.target,name:kl(e)}),sort:e=>kl(e).toLowerCase()},{key:`permission`,title:J.permission,cell:({target:t,permission:n})=>R(S,{children:[n?R(ui,{permission:n}):I.unknown,e.has(t)&&R(S,{children:[` → `,R(ui,{permission:e.get(t)})]})]})},{key:`below`,title:J.below,align:`end`,wide:!0,cell:({below:e})=>e>0?`+${V(e)}`:``,sort:({below:e})=>e},{key:`hops`,title:J.hops,align:`end`,wide:!0,cell:({hops:e})=>V(e),sort:({hops:e})=>e},{key:`used`,title:J.lastUsed,cell:({lastUsed:e})=>un(e),sort:({lastUsed:e})=>e}];function Zl(e){return{columns:[`root`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.map(e=>[e.root,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Rl(e)])}}var Ql=I.orphaned;async function $l(e){let t=[],n=[],r=z((await wn(or,{input:{asOf:e??null},first:200})).orphanedPaths),i=r,a={asOf:i.snapshot.asOf};for(t.push(...r.roots.nodes);r.roots.pageInfo.hasNextPage;)r=z((await wn(or,{input:a,first:200,after:r.roots.pageInfo.endCursor??null})).orphanedPaths),t.push(...r.roots.nodes);let o=null;do{let e=z((await wn(lr,{input:a,first:200,after:o})).orphanedPaths).paths;n.push(...e.nodes),o=e.pageInfo.hasNextPage?e.pageInfo.endCursor:null}while(o);return{provenance:i,roots:t,paths:n}}function eu({roots:e,paths:t}){return{columns:[`root`,`name`,`state`,`shadow`,`reasons`,`since`,`spend_since`,`currency`,`next_owner`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.flatMap(e=>{let n=t.filter(t=>t.root===e.id),r=[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),Dl(e),e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null];return n.length===0?[[...r,null,null,null,null,null,null]]:n.map(e=>[...r,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Rl(e)])})}}function tu(){let[e,t]=T(!1),[n,r]=T(),[i,a]=T();E(()=>{i!==void 0&&(window.print(),a(void 0))},[i]);let o=async e=>{t(!0),r(void 0);try{let t=await $l(M.value),n={text:lr.toString().trim(),variables:{input:{asOf:t.provenance.snapshot.asOf}}},r=e=>yi(`orphaned-paths`,t.provenance,e);e===`csv`?vi(r(`csv`),`text/csv`,gi(eu(t),t.provenance)):e===`json`?vi(r(`json`),`application/json`,_i({roots:t.roots,paths:t.paths},n,t.provenance,new Date)):a(t)}catch(e){r(Nr(e))}finally{t(!1)}};return R(S,{children:[R(`div`,{class:`sheet-tools`,role:`group`,"aria-label":Ql.sheet,"aria-busy":e||void 0,children:[R(`span`,{class:`muted`,children:Ql.sheet}),R(s,{purpose:`csv`,label:I.parts.exportCsv}),R(s,{purpose:`json`,label:I.parts.exportJson}),R(s,{purpose:`print`,label:Ql.print})]}),n&&R(bi,{problem:n}),i&&R(nu,{sheet:i})]});function s({purpose:t,label:n}){return R(`button`,{type:`button`,disabled:e,onClick:()=>void o(t),children:n})}}function nu({sheet:{provenance:e,roots:t,paths:n}}){let{asOf:r,digest:i}=e.snapshot;return R(`section`,{class:`sheet`,children:[R(`p`,{children:Ql.sheetLead(ln(r),i.slice(0,12))}),t.map(e=>R(`article`,{children:[R(`h2`,{children:[e.name,` `,R(`small`,{children:e.id})]}),R(`p`,{children:[e.reasons.map(({code:e,evidence:t})=>`${Ol(e)} (${t})`).join(`; `)||Ql.state[e.state],`. `,Ql.since,`: `,Dl(e)?un(Dl(e)):Ql.sinceUnknown,`. `,Ql.spend,`: `,Fr(e.spendSince),`. `,Ql.nextOwner,`: `,e.nextOwner[0]?.name??Ql.nobody,`.`]}),R(`ul`,{children:n.filter(t=>t.root===e.id).map(e=>R(`li`,{children:[kl(e),` `,e.permission??``,` `,e.lastUsed?`${Ql.lastUsed}: ${e.lastUsed}`:``,R(`br`,{}),R(`small`,{children:Rl(e)})]},e.target))})]},e.id))]})}var Y=I.orphaned,ru=[`all`,`shadow`,`unknown`];function iu(){let e=F(`list`),t=ru.find(t=>t===e)??`all`,n=F(`root`);return R(`div`,{class:`orphaned-view`,children:[R(`h1`,{children:Y.title}),R(`p`,{class:`lead`,children:Y.lead}),n?R(cu,{id:n}):R(S,{children:[R(`nav`,{class:`lists`,"aria-label":Y.lists,children:ru.map(e=>R(`a`,{href:N(`orphaned`,{list:e===`all`?void 0:e}),"aria-current":e===t?`page`:void 0,children:Y[e]},e))}),t===`unknown`?R(su,{}):R(ou,{list:t}),R(tu,{})]})]})}var au=[{key:`root`,title:Y.root,cell:({id:e,name:t,shadow:n})=>R(S,{children:[R(U,{id:e,name:t,href:N(`orphaned`,{root:e})}),n&&R(`span`,{class:`tag`,children:Y.shadowMark})]}),sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Y.why,wide:!0,cell:({reasons:e,state:t})=>e.length>0?R(`span`,{title:e.map(({evidence:e})=>e).join(`
`),children:e.map(({code:e})=>Ol(e)).join(`; `)}):R(`span`,{class:`muted`,children:Y.state[t]??t}),sort:({reasons:e})=>e[0]?.code},{key:`since`,title:Y.since,wide:!0,cell:e=>Dl(e)?R(`span`,{class:`nowrap`,children:un(Dl(e))}):R(`span`,{class:`muted`,children:Y.sinceUnknown}),sort:Dl},{key:`routes`,title:Y.routes,align:`end`,cell:({routes:e})=>V(e),sort:({routes:e})=>e},{key:`spend`,title:Y.spend,align:`end`,cell:({spendSince:e})=>R(`span`,{title:e?Ir(e):void 0,children:Fr(e)}),sort:({spendSince:e})=>e?Number(e.amount):null},{key:`owner`,title:Y.nextOwner,wide:!0,cell:({nextOwner:[e]})=>e?R(U,{id:e.id,name:e.name}):R(`span`,{class:`muted`,children:Y.nobody}),sort:({nextOwner:[e]})=>e?.name.toLowerCase()}];function ou({list:e}){let[t,n]=Pr(or,{input:{asOf:M.value??null},first:200},e=>z(e.orphanedPaths),({roots:e})=>e),r=e===`shadow`,i=r?n.rows.filter(({shadow:e})=>e):n.rows;return R(W,{title:r?Y.shadow:Y.all,answer:t,exportName:r?`shadow-accounts`:`orphaned`,exportTable:()=>lu(i),summary:({totalRoots:e,totalPaths:t})=>`${V(e)}, ${Y.paths(V(t))}`,children:({totalRoots:e,totalPaths:t,roots:a})=>R(S,{children:[R(`div`,{class:`figures`,children:[R(`span`,{class:`figure figure-strong`,children:[R(`span`,{class:`figure-count`,children:V(r?i.length:e)}),` `,R(`span`,{class:`figure-words`,children:r?Y.shadowCount:Y.principals})]}),!r&&R(`span`,{class:`figure`,children:[R(`span`,{class:`figure-count`,children:V(t)}),` `,R(`span`,{class:`figure-words`,children:Y.routes.toLowerCase()})]})]}),R(H,{caption:r?Y.shadow:Y.all,columns:au,rows:i,rowKey:({id:e})=>e,onOpen:({id:e})=>P({root:e}),total:r&&!n.hasMore?i.length:a.totalCount,hasMore:n.hasMore,isLoading:n.isLoading,onMore:n.more,empty:r?Y.noShadow:Y.noRoots})]})})}function su(){let[e,t]=Pr(sr,{input:{asOf:M.value??null},first:200},e=>z(e.orphanedPaths),({unknown:e})=>e);return R(W,{title:Y.unknown,answer:e,exportName:`unknown-owners`,exportTable:()=>({columns:[`id`,`why`],rows:t.rows.map(({id:e,why:t})=>[e,t])}),summary:({totalUnknown:e})=>V(e),children:({totalUnknown:e})=>R(H,{caption:Y.unknown,columns:[{key:`id`,title:Y.root,cell:({id:e})=>R(U,{id:e}),sort:({id:e})=>e},{key:`why`,title:Y.why,cell:({why:e})=>e,sort:({why:e})=>e}],rows:t.rows,rowKey:({id:e})=>e,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Y.noUnknown})})}function cu({id:e}){let[t,n]=Pr(cr,{input:{of:[e],asOf:M.value??null},first:200},e=>z(e.orphanedPaths),({paths:e})=>e),r=t.data?.roots.nodes[0],i=t.data?.unknown.nodes[0];return R(S,{children:[R(`p`,{class:`back`,children:R(`a`,{href:N(`orphaned`,{list:F(`list`)}),children:[`← `,Y.back]})}),r===void 0?R(W,{title:Y.root,answer:t,children:()=>R(S,{children:[R(`p`,{children:R(U,{id:e})}),R(`p`,{class:`empty`,children:i?`${Y.state.UNKNOWN}: ${i.why}`:Y.notListed})]})}):R(Vl,{root:r,answer:t,routes:n.rows,more:n.hasMore?n.more:null})]})}function lu(e){return{columns:[`id`,`name`,`state`,`shadow`,`reasons`,`since`,`routes`,`spend_since`,`currency`,`next_owner`,`folded`],rows:e.map(e=>[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),Dl(e),e.routes,e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null,e.folded.join(` `)])}}var uu=I.query,du=/^query (\w+)/,fu=Object.values(Dn).filter(e=>e instanceof L).map(e=>e.toString().trim()).filter(e=>du.test(e)).map(e=>({name:du.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function pu(){return R(S,{children:[R(`h1`,{children:uu.title}),R(`p`,{class:`lead`,children:uu.lead}),R(`p`,{class:`search-form`,children:[R(`a`,{href:`graphiql`,children:uu.graphiql}),R(`a`,{href:`schema.graphql`,children:uu.schema})]}),R(`section`,{class:`panel`,"aria-label":uu.documents,children:[R(`header`,{class:`panel-head`,children:R(`h2`,{children:uu.documents})}),fu.map(({name:e,document:t})=>R(`details`,{class:`document`,children:[R(`summary`,{children:e}),R(`div`,{class:`query-box`,children:R(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}var mu={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function hu(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&mu[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var gu=8,_u=120;function vu({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),[i,a]=T(``),[o,s]=T(``),[c,l]=T(0),[u,d]=T(!1);E(()=>{let e=setTimeout(()=>s(i.trim()),_u);return()=>clearTimeout(e)},[i]);let f=B(mr,o?{input:hu(o,M.value),first:gu}:null,e=>z(e.search)),p=o&&f.data?f.data.nodes.nodes:[];E(()=>l(0),[o]);let m=e=>{let n=p[e];n&&(t(n.id),a(``),s(``),d(!1))},h=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;l(e=>Math.max(0,Math.min(p.length-1,e+t))),d(!0)}else if(e.key===`Enter`&&o===i.trim())m(c);else return;e.preventDefault()},g=u&&o!==``;return R(`div`,{class:`search node-field`,children:[R(`input`,{type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":g,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":g&&p.length>0?`${r}-${c}`:void 0,placeholder:`${e}: ${I.field.hint.toLowerCase()}`,value:i,autofocus:n,onInput:e=>{a(e.currentTarget.value),d(!0)},onBlur:()=>d(!1),onKeyDown:h}),R(`div`,{class:`suggestions`,hidden:!g,children:[R(`ul`,{role:`listbox`,id:r,"aria-label":I.field.suggestions,children:p.map((e,t)=>R(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:e=>{e.preventDefault(),m(t)},children:R(U,{id:e.id,name:e.name,plain:!0})},e.id))}),f.state===`answered`&&p.length===0&&R(`p`,{class:`suggestions-foot`,children:I.field.noMatch})]})]})}var yu=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],bu=[1,2,3,4,5,6,8,10],xu=I.reach;function Su({filters:e}){return R(`form`,{class:`filters`,"aria-label":xu.filters,onSubmit:e=>e.preventDefault(),children:[R(Tu,{label:xu.kinds,name:`kind`,value:e.kinds[0]??``,empty:xu.anyKind,options:Object.entries(I.kinds)}),R(Tu,{label:xu.minPermission,name:`minPermission`,value:e.minPermission??``,empty:xu.anyPermission,options:Object.entries(I.permissions)}),R(Tu,{label:xu.use,name:`use`,value:e.uses[0]??``,empty:xu.anyUse,options:Object.entries(I.uses)}),R(wu,{filters:e})]})}function Cu({filters:e,children:t}){return R(`form`,{class:`filters`,"aria-label":xu.filters,onSubmit:e=>e.preventDefault(),children:[t,R(wu,{filters:e})]})}function wu({filters:e}){let t=yu.map(e=>[e,si(e)]),n=e.via&&!yu.includes(e.via)?[[e.via,e.via]]:[];return R(S,{children:[R(Tu,{label:xu.via,name:`via`,value:e.via??``,empty:xu.anyVia,options:[...n,...t]}),R(Tu,{label:xu.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:xu.bases.EITHER??``,options:Object.entries(xu.bases).filter(([e])=>e!==`EITHER`)}),R(Tu,{label:xu.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:xu.anyHops,options:bu.map(e=>[String(e),xu.upToHops(e)])})]})}function Tu({label:e,name:t,value:n,empty:r,options:i}){return R(`label`,{class:n===``?`choice`:`choice is-set`,children:[R(`span`,{children:e}),R(`select`,{value:n,onChange:e=>P({[t]:e.currentTarget.value}),children:[R(`option`,{value:``,children:r}),i.map(([e,t])=>R(`option`,{value:e,children:t},e))]})]})}var Eu=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],Du=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Ou=[`GRANTED`,`OBSERVED`,`EITHER`],ku=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function Au(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>Eu.includes(e)),minPermission:n(Du,t(`minPermission`)),basis:n(Ou,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>ku.includes(e))}}function ju(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function Mu(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function Nu(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var X=I.paths,Pu=[1,3,5,10,20,50],Fu=10,Iu=`all`,Lu=ml((e,t)=>I.picture.step(e,t));function Ru(){let[e,t]=[F(`from`),F(`to`)],n=Au(j.value.params),r=Number(F(`k`)??Fu),i=Pu.includes(r)?r:Fu,a=ju({...n,kinds:[],minPermission:null},M.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=B(dr,o,e=>z(e.accessPaths));return R(`div`,{class:`reach-view`,children:[R(`h1`,{children:X.title}),R(`p`,{class:`lead`,children:X.lead}),R(`div`,{class:`subject`,children:[R(zu,{name:`from`,label:X.from,id:e}),R(`button`,{type:`button`,onClick:()=>P({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[R(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,X.swap]}),R(zu,{name:`to`,label:X.to,id:t})]}),o&&R(S,{children:[R(Cu,{filters:n,children:R(Tu,{label:X.k,name:`k`,value:i===Fu?``:String(i),empty:String(Fu),options:Pu.filter(e=>e!==Fu).map(e=>[String(e),String(e)])})}),R(W,{title:X.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>Hu(e.nodes),summary:({total:e})=>X.found(V(e)),children:e=>R(Bu,{data:e,subject:JSON.stringify(o)})})]})]})}function zu({name:e,label:t,id:n}){return R(`span`,{class:`path-end`,children:[R(`span`,{class:`path-end-label`,children:t}),n&&R(U,{id:n}),R(vu,{label:t,onChoose:t=>P({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function Bu({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>ho(e.from,e.to,n),[e]),c=F(`path`)??`0`,l=c===Iu?Iu:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return R(`p`,{class:`empty`,children:X.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return R(S,{children:[R(`p`,{class:`path-count`,children:[R(`b`,{children:X.found(V(e.total))}),` `,R(`a`,{href:N(`changes`,{of:e.from}),children:X.changes})]}),R(`div`,{class:`path-sides`,children:[R(`section`,{class:`reach-picture`,"aria-label":I.reach.picture,children:R(Ks,{graph:s,words:Lu,title:X.title,subject:t,direction:`out`,selected:r??F(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),P({row:t?void 0:e??void 0},!0)},focused:l===Iu?null:l,onFocus:e=>e===null&&P({path:Iu}),provenance:e,exportName:`paths`})}),R(`ol`,{class:`paths`,"aria-label":I.reach.list,children:n.map((e,t)=>R(Vu,{path:e,isShown:String(t)===l,onShow:()=>P({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&R(`div`,{class:`reach-evidence`,children:R(il,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function Vu({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=Nu(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return R(`li`,{class:t?`path is-shown`:`path`,children:[R(`p`,{class:`path-head`,children:[R(`b`,{children:X.hops(e.hops)}),` `,R(ui,{permission:e.permission}),e.permission&&!e.permissionKnown&&R(`sup`,{title:I.reach.permissionAssumed,children:`?`}),R(`span`,{class:`muted small`,title:o?`${X.latestEdge}: ${o.edge.sourceName} ${cl(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?X.heldSince(ln(o.at)):X.heldSinceUnknown})]}),R(`p`,{class:`path-sentence`,children:e.sentence}),R(`p`,{class:`path-tools`,children:[R(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:X.focusPath}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?X.copied:X.copy}),R(`button`,{type:`button`,class:`quiet`,onClick:r,children:X.evidence})]})]})}function Hu(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,Nu(e.edges)?.at??null])}}var Z=I.reach;function Uu(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??Gu,a=O(()=>Mu(i,e.filters.uses),[i,e.filters.uses.join()]),o=Ku(a),[s,c]=T(null),l=r.data===void 0?[]:e.ends(r.data),u=JSON.stringify([n,l,e.filters]),d=O(()=>po(l,a,n),[a,u]),f=F(`row`)??null,p=F(`focus`)??null,m=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),P({row:t?void 0:e??void 0},!0)},h=Yu(d,a,f,s);return R(S,{children:[R(W,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>$u(a),summary:({total:e})=>Z.summary(V(e)),candidateHref:t=>N(e.exportName,{[e.endParam]:t}),children:r=>R(S,{children:[R(ed,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&R(`p`,{class:`muted small`,children:Z.usedAmong(V(a.length),V(i.length))}),t.more!==null&&R(`p`,{class:`muted small`,children:[Z.some(V(i.length),V(r.total)),` `,R(`button`,{type:`button`,onClick:t.more,children:I.more})]}),t.rows===null?R(`p`,{class:`asking`,"aria-busy":`true`,children:I.loading}):R(`div`,{class:`reach-sides`,children:[R(`section`,{class:`reach-picture`,"aria-label":Z.picture,children:R(Ks,{graph:d,words:n===`out`?qu:Ju(d),title:e.title,subject:u,direction:n,selected:s??f,onSelect:m,focused:p,onFocus:e=>P({focus:e??void 0}),provenance:r,exportName:e.exportName})}),R(`section`,{class:`reach-list`,"aria-label":Z.list,"aria-busy":o.length<a.length,children:R(H,{caption:e.title,columns:a.some(({sensitivity:e})=>e)?Zu:Qu,rows:o,rowKey:({id:e})=>e,selected:f??``,onOpen:({id:e})=>m(e),total:a.length,empty:Z.nothingFits})})]})]})}),h.length>0&&R(`div`,{class:`reach-evidence`,children:[R(il,{edges:h,onClose:()=>m(null)},s??f??``),f!==null&&l[0]!==void 0&&R(`p`,{class:`reach-next`,children:R(`a`,{href:e.pathsHref(l[0],f),children:Z.whatIfGone})})]})]})}var Wu=50,Gu=[];function Ku(e){let[t,n]=T(Gu);return E(()=>{if(e.length<=Wu)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,Wu),[t,e])}var qu=ml(I.picture.hop);function Ju(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return ml((e,n)=>I.picture.hopTo(t-e,n))}function Yu(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(Xu)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...Xu(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(Xu)).slice(0,50)}var Xu=e=>e,Zu=[{key:`name`,title:Z.name,cell:({id:e,name:t})=>R(U,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Z.permission,cell:({permission:e,permissionKnown:t})=>R(`span`,{title:e&&!t?Z.permissionAssumed:void 0,children:[R(ui,{permission:e}),e&&!t&&R(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Z.sensitivity,cell:({sensitivity:e})=>R(di,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Z.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Z.used,cell:({exercised:e})=>I.uses[e],sort:({exercised:e})=>I.uses[e]},{key:`lastUsed`,title:Z.lastUsed,cell:({lastUsed:e})=>un(e),sort:({lastUsed:e})=>e,wide:!0}],Qu=Zu.filter(({key:e})=>e!==`sensitivity`);function $u(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function ed({totals:e,facts:t,direction:n}){return R(`dl`,{class:`totals`,children:[R(rd,{title:n===`out`?Z.reached:Z.reachedBy,children:R(`b`,{class:`total-number`,children:V(e.total)})}),t,R(rd,{title:Z.byKind,children:e.byKind.map(({key:e,value:t})=>R(`a`,{class:`count`,href:N(n===`out`?`blast-radius`:`exposure`,td(e)),children:[V(t),` `,t===1?si(e).toLowerCase():I.picture.pluralKinds[e]??si(e)]},e))}),e.bySensitivity.length>0&&R(rd,{title:Z.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>R(`span`,{class:`count`,children:[V(t),` `,R(di,{sensitivity:e})]},e))}),e.byPermission.length>0&&R(rd,{title:Z.byPermission,children:e.byPermission.map(({key:e,value:t})=>R(`span`,{class:`count`,children:[V(t),` `,R(ui,{permission:e})]},e))})]})}function td(e){return{start:nd(`start`),target:nd(`target`),kind:e}}var nd=e=>F(e);function rd({title:e,children:t}){return R(`div`,{class:`total`,children:[R(`dt`,{children:e}),R(`dd`,{children:t})]})}var id=2e3;function ad(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:id}),s=a.of===i?a.rows:id,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return od(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||Sn(e)||l({of:i,answer:{state:`failed`,question:r,problem:Nr(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+id}):null}}async function od(e,t,n,r,i,a){let o=n(await wn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await wn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var sd=I.reach;function cd(){let e=an(`start`),t=Au(j.value.params),n=ad(fr,e.length>0?{input:{start:[...e],...ju(t,M.value)},first:200}:null,e=>z(e.blastRadius));return R(`div`,{class:`reach-view`,children:[R(`h1`,{children:sd.blastRadius}),R(`p`,{class:`lead`,children:e.length>0?sd.blastRadiusLead:sd.chooseStart}),R(`div`,{class:`subject`,children:[e.map(t=>R(`span`,{class:`subject-node`,children:[R(U,{id:t}),R(`button`,{type:`button`,class:`quiet`,"aria-label":sd.remove(t),onClick:()=>P({start:e.filter(e=>e!==t)}),children:`×`})]},t)),R(vu,{label:e.length>0?sd.addStart:sd.start,onChoose:t=>P({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&R(S,{children:[R(Su,{filters:t}),R(Uu,{title:sd.blastRadius,direction:`out`,ends:e=>e.start,reach:n,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>N(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>R(S,{children:[R(rd,{title:sd.score,children:Wr(e)}),R(rd,{title:sd.share,children:Ur(t)}),R(rd,{title:sd.spend,children:R(`span`,{title:n?Ir(n):void 0,children:Fr(n)})})]})})]})]})}var ld=I.reach;function ud(){let e=F(`target`),t=Au(j.value.params),n=ad(pr,e?{input:{target:e,...ju(t,M.value)},first:200}:null,e=>z(e.exposure));return R(`div`,{class:`reach-view`,children:[R(`h1`,{children:ld.exposure}),R(`p`,{class:`lead`,children:e?ld.exposureLead:ld.chooseTarget}),R(`div`,{class:`subject`,children:[e&&R(U,{id:e}),R(vu,{label:ld.target,onChoose:e=>P({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&R(S,{children:[R(Su,{filters:t}),R(Uu,{title:ld.exposure,direction:`in`,ends:e=>[e.target],reach:n,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>N(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var dd=`remit.recent`,fd=20,pd=[`start`,`target`,`from`,`node`,`of`];function md(){try{let e=JSON.parse(localStorage.getItem(dd)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,fd):[]}catch{return[]}}var hd=gt(md()),gd=({params:e})=>pd.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function _d(e){if(!gd(e))return;let t=$t(e);hd.value=[t,...hd.value.filter(e=>e!==t)].slice(0,fd),localStorage.setItem(dd,JSON.stringify(hd.value))}function vd(){hd.value=[],localStorage.removeItem(dd)}var yd=()=>hd.value.map(Qt),bd=[{key:`name`,title:I.search.name,cell:({id:e,name:t})=>R(U,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:I.search.kind,cell:({kind:e})=>si(e),sort:({kind:e})=>si(e)},{key:`source`,title:I.search.source,cell:({id:e})=>ri(e),sort:({id:e})=>ri(e),wide:!0},{key:`id`,title:I.search.id,cell:({id:e})=>R(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:I.search.actions,cell:({id:e})=>R(`span`,{class:`actions`,children:[R(`a`,{href:N(`blast-radius`,{start:e}),children:I.search.blastRadius}),R(`a`,{href:N(`exposure`,{target:e}),children:I.search.exposure})]})}];function xd(){let e=F(`text`)??``,t=an(`kind`),n=e?{input:hu(e,M.value,t),first:100}:null,[r,i]=Pr(mr,n,e=>z(e.search),({nodes:e})=>e);return R(S,{children:[R(`h1`,{children:I.search.title}),R(`p`,{class:`lead`,children:I.search.lead}),R(`div`,{class:`search-form`,children:[R(`input`,{type:`text`,"aria-label":I.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>P({text:e.currentTarget.value},!0)}),R(`select`,{"aria-label":I.search.kind,value:t[0]??``,onChange:e=>P({kind:e.currentTarget.value}),children:[R(`option`,{value:``,children:I.search.allKinds}),Object.entries(I.kinds).map(([e,t])=>R(`option`,{value:e,children:t},e))]})]}),n?R(W,{title:I.search.matches(r.data?V(r.data.total):I.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>I.search.matches(V(e)),children:({total:e})=>R(H,{caption:I.search.title,columns:bd,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=fi(e);rn(t,{[n]:e})}})}):R(Sd,{})]})}function Sd(){let e=yd();return R(`section`,{class:`panel`,"aria-label":I.search.recent,children:[R(`header`,{class:`panel-head`,children:[R(`h2`,{children:I.search.recent}),e.length>0&&R(`button`,{type:`button`,class:`quiet`,onClick:vd,children:I.search.forget})]}),e.length===0&&R(`p`,{class:`empty`,children:I.search.noRecent}),R(`ul`,{class:`plain-list recent`,children:e.map(e=>R(`li`,{children:[R(`span`,{children:sn(e.view)}),R(U,{id:gd(e),href:$t(e)})]},$t(e)))})]})}var Q=I.sources;function Cd({reasons:e}){return R(S,{children:e.map(({code:e,detail:t})=>R(`p`,{class:`small`,children:[R(`code`,{children:e}),` `,t]},e+t))})}var wd=({state:e})=>R(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function Td({scopes:e}){return R(`details`,{children:[R(`summary`,{children:Q.scopes(V(e.length))}),R(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>R(`li`,{children:[R(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var Ed=[{key:`source`,title:Q.source,cell:({source:e})=>R(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>R(wd,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>ln(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>R(S,{children:[dn(e.ageS),` `,Ai(e)&&R(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?R(`span`,{class:`muted`,children:Q.notPromised}):dn(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>R(Td,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>R(Cd,{reasons:e}),wide:!0}],Dd=e=>e.map(({key:e,value:t})=>`${e} ${V(t)}`).join(`, `)||I.unknown,Od=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>ln(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>R(wd,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>R(`span`,{class:`small`,children:Dd(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>R(`span`,{class:`small`,children:Dd(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>R(`span`,{class:`small`,children:Dd(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>R(Cd,{reasons:e}),wide:!0}];function kd(){let e=B(hr,{},({status:e})=>e),t=F(`source`);return R(S,{children:[R(`h1`,{children:Q.title}),R(`p`,{class:`lead`,children:Q.lead}),R(W,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>R(H,{caption:Q.title,columns:Ed,rows:e,rowKey:({source:e})=>e,selected:t})}),R(W,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>R(H,{caption:Q.runs,columns:Od,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var Ad=I.unresolved;function jd({command:e}){let[t,n]=T(!1);if(!e)return R(`span`,{class:`muted`,children:I.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return R(`span`,{class:`command`,children:[R(`code`,{children:e}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?Ad.copied:Ad.copy})]})}var Md=[{key:`kind`,title:Ad.kind,cell:({kind:e})=>Ad.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:Ad.subject,cell:({id:e,name:t})=>e.includes(`/`)?R(U,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Ad.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:Ad.candidates,wide:!0,cell:({candidates:e})=>R(S,{children:e.map(e=>R(`p`,{children:R(U,{id:e})},e))})},{key:`command`,title:Ad.command,cell:({command:e})=>R(jd,{command:e})}];function Nd(){let[e,t]=Pr(vr,{input:{asOf:M.value??null},first:100},e=>z(e.unresolved),({rows:e})=>e);return R(S,{children:[R(`h1`,{children:Ad.title}),R(`p`,{class:`lead`,children:Ad.lead}),R(W,{title:e.data?`${Ad.title}: ${V(e.data.total)}`:Ad.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>V(e),children:({total:e})=>R(H,{caption:Ad.title,columns:Md,rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Ad.none})})]})}var Pd=I.whatIf,Fd=Object.keys(I.picture.edges).filter(e=>![`USED`,`SAME_AS`,`LOSES`].includes(e));function Id({onPut:e}){let[t,n]=T(`remove`),[r,i]=T(!1),[a,o]=T({}),[s,c]=T(`CAN_ACCESS`),[l,u]=T(``),d=t===`add`||t===`remove`&&r,f=n=>e(t,n),p=()=>{let{source:n,target:r}=a;if(!n||!r)return;let i={source:n,kind:s,target:r};e(t,t===`add`?Cl(i,l):Sl(i)),o({})};return R(`form`,{class:`edit-form`,"aria-label":Pd.edit,onSubmit:e=>e.preventDefault(),children:[R(Rd,{label:Pd.edit,value:t,onChange:e=>n(e),options:vl.map(e=>[e,Pd.editKinds[e]??e])}),t===`remove`&&R(Rd,{label:Pd.what,value:r?`edge`:`node`,onChange:e=>i(e===`edge`),options:[[`node`,Pd.node],[`edge`,Pd.edge]]}),d?R(S,{children:[R(Ld,{label:Pd.from,id:a.source,onChoose:e=>o({...a,source:e})}),R(Rd,{label:Pd.kind,value:s,onChange:c,options:Fd.map(e=>[e,cl(e)])}),R(Ld,{label:Pd.to,id:a.target,onChoose:e=>o({...a,target:e})}),t===`add`&&R(Rd,{label:Pd.permission,value:l,onChange:u,options:[[``,Pd.noPermission],...Object.entries(I.permissions)]}),R(`button`,{type:`button`,class:`primary`,disabled:!a.source||!a.target,onClick:p,children:Pd.put})]}):R(vu,{label:Pd.editKinds[t]??t,onChoose:f}),R(`p`,{class:`muted small edit-help`,children:Pd.editHelp[t]})]})}function Ld({label:e,id:t,onChoose:n}){return R(`span`,{class:`edit-end`,children:[t&&R(U,{id:t}),R(vu,{label:e,onChoose:n})]})}function Rd({label:e,value:t,onChange:n,options:r}){return R(`label`,{class:`choice`,children:[R(`span`,{children:e}),R(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:r.map(([e,t])=>R(`option`,{value:e,children:t},e))})]})}var $=I.whatIf;function zd(){let e=yl(j.value.params),t=bl(e),n=B(yr,t?{input:xl(e,M.value),first:200}:null,e=>z(e.whatIf)),r=(t,n)=>P({[t]:e[t].filter(e=>e!==n)});return R(`div`,{class:`what-if-view`,children:[R(`h1`,{children:$.title}),R(`p`,{class:`lead`,children:$.lead}),R(`section`,{class:`panel edits`,"aria-label":$.edits,children:[t?R(`ul`,{class:`edit-list`,children:vl.flatMap(t=>e[t].map(e=>R(Bd,{kind:t,edit:e,onLeave:()=>r(t,e)},`${t} ${e}`)))}):R(`p`,{class:`muted`,children:$.nothing}),R(Id,{onPut:(t,n)=>P({[t]:[...e[t].filter(e=>e!==n),n]})})]}),t&&R(W,{title:$.result,answer:n,exportName:`what-if`,exportTable:Zd,summary:({totalLost:e,totalGained:t})=>$.summary(V(e),V(t)),children:e=>R(Vd,{data:e})})]})}function Bd({kind:e,edit:t,onLeave:n}){let{source:r,kind:i,target:a,permission:o}=Tl(t,e);return R(`li`,{class:`edit`,children:[R(`span`,{class:`tag edit-kind edit-${e}`,children:$.editKinds[e]}),R(U,{id:r}),i&&R(`span`,{class:`muted`,children:cl(i)}),a&&R(U,{id:a}),o&&R(`span`,{children:I.permissions[o]}),R(`button`,{type:`button`,class:`quiet`,"aria-label":$.leaveOut(t),onClick:n,children:`×`})]})}function Vd({data:e}){let t=[...e.orphanedPaths.closed.map(e=>({...e,isOpened:!1})),...e.orphanedPaths.opened.map(e=>({...e,isOpened:!0}))],{used:n,indirect:r,unused:i,unknown:a}=e.lostByUse;return R(S,{children:[R(`div`,{class:`what-if-top`,children:[R(`div`,{children:[R(_l,{before:e.before,after:e.after}),e.spendStopsPerMonth&&R(`p`,{class:`muted small`,title:Ir(e.spendStopsPerMonth),children:$.spendStops(Fr(e.spendStopsPerMonth))})]}),R(Hd,{title:$.order,lead:$.orderLead,children:R(H,{caption:$.order,columns:Gd,rows:e.order,rowKey:Wd})})]}),R(Hd,{title:`${$.lost}: ${V(e.totalLost)}`,lead:e.totalLost>0?$.lostSummary(V(n),V(r),V(i),V(a)):void 0,children:R(H,{caption:$.lost,columns:qd,rows:e.lost.nodes,rowKey:Ud,total:e.totalLost,empty:$.noLost})}),e.totalGained>0&&R(Hd,{title:`${$.gained}: ${V(e.totalGained)}`,children:R(H,{caption:$.gained,columns:Jd,rows:e.gained.nodes,rowKey:Ud,total:e.totalGained})}),R(`div`,{class:`what-if-sides`,children:[R(Hd,{title:`${$.principals}: ${V(e.principals.totalCount)}`,children:R(H,{caption:$.principals,columns:Yd,rows:e.principals.nodes,rowKey:({id:e})=>e,total:e.principals.totalCount,empty:$.noPrincipals})}),R(Hd,{title:`${$.closed}: ${V(e.orphanedPaths.closed.length)} · ${$.opened}: ${V(e.orphanedPaths.opened.length)}`,children:R(H,{caption:$.closed,columns:Xd,rows:t,rowKey:({root:e,target:t,isOpened:n})=>`${e} ${t} ${n}`,empty:$.noPaths})})]})]})}function Hd({title:e,lead:t,children:n}){return R(`section`,{class:`part`,"aria-label":e,children:[R(`h3`,{children:e}),t&&R(`p`,{class:`panel-lead`,children:t}),n]})}var Ud=({id:e,target:t})=>`${e} ${t}`,Wd=({source:e,target:t,action:n})=>`${e} ${t} ${n}`,Gd=[{key:`action`,title:I.orphaned.step,cell:({action:e})=>e},{key:`system`,title:I.orphaned.system,cell:({system:e})=>R(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`used`,title:$.usedBy,cell:({usedBy:e})=>V(e),align:`end`},{key:`command`,title:I.orphaned.command,wide:!0,cell:({command:e})=>e?R(rl,{command:e}):R(`span`,{class:`muted`,children:I.orphaned.noCommand})}],Kd=[`YES`,`INDIRECT`,`UNKNOWN`,`NO`],qd=[{key:`who`,title:$.who,cell:({id:e})=>R(U,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>R(U,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,cell:({permission:e})=>e?R(ui,{permission:e}):I.unknown,wide:!0},{key:`left`,title:$.left,cell:({left:e})=>e?R(ui,{permission:e}):R(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`use`,title:$.use,cell:({used:e})=>R(`span`,{class:e===`YES`?`tag tag-warn`:`muted`,children:I.uses[e]}),sort:({used:e})=>Kd.indexOf(e)}],Jd=[{key:`who`,title:$.who,cell:({id:e})=>R(U,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>R(U,{id:e}),sort:({target:e})=>e},{key:`had`,title:$.had,cell:({had:e})=>e?R(ui,{permission:e}):R(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`permission`,title:$.permission,cell:({permission:e})=>e?R(ui,{permission:e}):I.unknown}],Yd=[{key:`who`,title:$.who,cell:({id:e,name:t})=>R(U,{id:e,name:t})},{key:`data`,title:I.home.dataSources,align:`end`,cell:e=>`${V(e.dataSourcesBefore)} → ${V(e.dataSourcesAfter)}`,sort:e=>e.dataSourcesAfter-e.dataSourcesBefore},{key:`score`,title:$.score,align:`end`,cell:e=>`${Wr(e.scoreBefore)} → ${Wr(e.scoreAfter)}`,sort:e=>e.scoreAfter-e.scoreBefore}],Xd=[{key:`change`,title:$.change,cell:({isOpened:e})=>R(`span`,{class:`side side-${e?`closed`:`opened`}`,children:e?I.changes.opened:I.changes.closed}),sort:({isOpened:e})=>Number(e)},{key:`root`,title:I.orphaned.root,cell:({root:e})=>R(U,{id:e,href:N(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:I.orphaned.target,cell:({target:e})=>R(U,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,wide:!0,cell:({permission:e})=>e?R(ui,{permission:e}):I.unknown}];function Zd({lost:e,gained:t}){return{columns:[`change`,`id`,`target`,`permission_before`,`permission_after`,`used`],rows:[...e.nodes.map(e=>[`lost`,e.id,e.target,e.permission??null,e.left??null,e.used]),...t.nodes.map(e=>[`gained`,e.id,e.target,e.had??null,e.permission??null,e.used])]}}var Qd=[`ask`],$d=[{name:`home`,component:Ii,key:`h`,rights:Qd,isListed:!0},{name:`orphaned`,component:iu,key:`o`,rights:Qd,isListed:!0},{name:`what-if`,component:zd,key:`w`,rights:Qd,isListed:!0},{name:`blast-radius`,component:cd,key:`b`,rights:Qd,isListed:!0},{name:`exposure`,component:ud,key:`e`,rights:Qd,isListed:!0},{name:`paths`,component:Ru,key:`p`,rights:Qd,isListed:!0},{name:`search`,component:xd,key:`/`,rights:Qd,isListed:!1},{name:`cost`,component:Uc,key:`c`,rights:Qd,isListed:!0},{name:`changes`,component:tl,key:`d`,rights:Qd,isListed:!0},{name:`unresolved`,component:Nd,key:`l`,rights:Qd,isListed:!0},{name:`sources`,component:kd,key:`s`,rights:Qd,isListed:!0},{name:`query`,component:pu,key:`q`,rights:Qd,isListed:!0}],ef=`remit.theme`,tf=[`auto`,`light`,`dark`],nf=localStorage.getItem(ef),rf=gt(tf.find(e=>e===nf)??`auto`);function af(){document.documentElement.dataset.theme=rf.value}function of(){rf.value=tf[(tf.indexOf(rf.value)+1)%tf.length],localStorage.setItem(ef,rf.value),af()}var sf=1500,cf=`search-box`,lf=gt(!1),uf=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function df(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}function ff(e){let t=[...document.querySelectorAll(`main tbody tr[tabindex='0']`)],n=document.activeElement?.closest(`table`)??null,r=t.findIndex(e=>e.closest(`table`)===n);t[r<0?e===1?0:t.length-1:r+e]?.focus()}var pf=-1/0;function mf(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){lf.value=!1,uf(e.target)&&e.target.blur();return}if(uf(e.target))return;let t=performance.now()-pf<sf;if(pf=-1/0,t){let t=$d.find(({key:t,rights:n})=>t===e.key&&Ht(...n));t&&(e.preventDefault(),rn(t.name));return}let n={"/":()=>document.getElementById(cf)?.focus(),g:()=>{pf=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:of,"<":()=>kr(-1),">":()=>kr(1),"?":()=>{lf.value=!lf.value},"]":()=>ff(1),"[":()=>ff(-1),j:df,k:df}[e.key];n&&(e.preventDefault(),n())}var hf=()=>document.addEventListener(`keydown`,mf),gf=8,_f=120;function vf(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),_f);return()=>clearTimeout(t)},[e]);let l=B(mr,n?{input:hu(n,M.value),first:gf}:null,e=>z(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&Ci(I.search.matches(V(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=fi(n.id);rn(e,{[t]:n.id})}else rn(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${cf}-list`;return R(`search`,{class:`search`,children:[R(`input`,{ref:c,id:cf,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":I.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:I.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),R(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),R(`div`,{class:`suggestions`,hidden:!f,children:[R(`ul`,{role:`listbox`,id:g,"aria-label":I.shell.suggestions,children:u.map((e,t)=>R(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:R(U,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&R(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&R(`p`,{class:`suggestions-foot`,children:I.shell.noMatch}),d>u.length&&u.length>0&&R(`p`,{class:`suggestions-foot`,children:R(`a`,{href:N(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:I.shell.allMatches(V(d))})})]})]})}var yf={auto:`◐`,light:`○`,dark:`●`};function bf(){return R(`header`,{class:`top`,children:[R(`a`,{class:`product`,href:N(`home`),children:[R(xf,{}),I.product]}),R(vf,{}),R(`div`,{class:`top-tools`,children:[R(`button`,{type:`button`,class:`quiet icon`,onClick:of,title:I.shell.theme[rf.value],"aria-label":I.shell.theme[rf.value],children:R(`span`,{"aria-hidden":`true`,children:yf[rf.value]})}),R(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":lf.value,title:I.shell.help,"aria-label":I.shell.help,onClick:()=>lf.value=!lf.value,children:R(`span`,{"aria-hidden":`true`,children:`?`})}),Vt.value?.session&&R(`span`,{class:`session`,id:`session`,children:[R(`span`,{id:`who`,children:I.shell.signedInAs(Vt.value.name)}),R(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Wt(),children:I.shell.signOut})]})]})]})}function xf(){return R(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[R(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),R(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),R(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),R(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),R(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function Sf(){return R(`nav`,{class:`views`,"aria-label":I.shell.navigation,children:R(`ul`,{children:$d.filter(({isListed:e,rights:t})=>e&&Ht(...t)).map(({name:e,key:t})=>R(`li`,{children:R(`a`,{href:N(e),"aria-current":j.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:sn(e)})},e))})})}var Cf=[[`/`,I.keys.search],[`j`,I.keys.next],[`k`,I.keys.previous],[`]`,I.keys.nextList],[`[`,I.keys.previousList],[`Enter`,I.keys.open],[`w`,I.keys.whatGoes],[`u`,I.keys.undo],[`U`,I.keys.redo],[`<`,I.keys.earlier],[`>`,I.keys.later],[`t`,I.keys.theme],[`Esc`,I.keys.leave],[`?`,I.keys.help]];function wf(){let e=D(null),t=lf.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),R(`dialog`,{ref:e,class:`help`,"aria-label":I.keys.title,onClose:()=>lf.value=!1,children:[R(`header`,{class:`panel-head`,children:[R(`h2`,{children:I.keys.title}),R(`button`,{type:`button`,class:`quiet`,onClick:()=>lf.value=!1,children:I.shell.closeHelp})]}),R(`dl`,{class:`keys`,children:[Cf.map(([e,t])=>R(`div`,{children:[R(`dt`,{children:R(`kbd`,{children:e})}),R(`dd`,{children:t})]},e)),$d.filter(({key:e,isListed:t,rights:n})=>e&&t&&Ht(...n)).map(({name:e,key:t})=>R(`div`,{children:[R(`dt`,{children:[R(`kbd`,{children:`g`}),` `,R(`span`,{class:`visually-hidden`,children:I.keys.then}),` `,R(`kbd`,{children:t})]}),R(`dd`,{children:sn(e)})]},e))]})]})}var Tf=12;function Ef(){let{value:e}=Di;return R(`div`,{class:`strip`,id:`state`,children:[R(Df,{}),e?.builtAt&&R(`a`,{class:ji.value.length?`strip-late`:``,href:N(`sources`),children:ji.value.length?R(S,{children:[R(`span`,{"aria-hidden":`true`,children:`▲ `}),I.shell.lateSources(ji.value.length)]}):I.shell.sourcesOnTime(e.sources.length)}),R(Mr,{})]})}function Df(){let{value:e}=Di;if(Oi.value)return R(`span`,{class:`strip-late`,children:Oi.value.code===`OFFLINE`?I.shell.offline:Oi.value.message||I.shell.statusFailed});if(!e)return R(`span`,{children:I.loading});if(!e.builtAt)return R(`span`,{class:`strip-late`,children:I.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return R(S,{children:[R(`span`,{children:I.shell.generation(e.generation)}),R(`span`,{title:ln(e.builtAt),children:I.shell.built(dn(t))}),e.digest&&R(`span`,{title:e.digest,children:[I.shell.digest(``),R(`code`,{children:e.digest.slice(0,Tf)})]})]})}function Of(){let{view:e}=j.value,t=D(null),n=D(!0);return E(()=>{document.title=`${sn(e)} · ${I.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>_d(j.value),[j.value]),R(S,{children:[R(`a`,{class:`skip`,href:$t(j.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:I.shell.skip}),R(bf,{}),R(Sf,{}),R(Ef,{}),R(`main`,{ref:t,tabIndex:-1,children:Vt.value&&R(kf,{name:e},`${e} ${ki.value}`)}),R(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:Si.value}),R(wf,{})]})}function kf({name:e}){let t=$d.find(t=>t.name===e);if(!t)return R(`section`,{class:`panel`,children:[R(`h1`,{children:I.notThere.title}),R(`p`,{children:I.notThere.lead}),R(`p`,{children:R(`a`,{href:N(`home`),children:I.notThere.home})})]});if(!Ht(...t.rights))return R(`p`,{class:`panel`,children:I.notAllowed});let n=t.component;return R(n,{})}af(),on();var Af=Kt();Af&&!location.hash&&(location.hash=Af),hf(),Ut(),Ni(),Ae(R(Of,{}),document.getElementById(`explorer`));export{D as a,o as c,E as i,l,Ci as n,T as o,R as r,O as s,fs as t};