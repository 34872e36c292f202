var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&vt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function gt(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}gt.prototype.brand=rt,gt.prototype.h=function(){return!0},gt.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},gt.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},gt.prototype.subscribe=function(e){var t=this;return Dt(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},gt.prototype.valueOf=function(){return this.value},gt.prototype.toString=function(){return this.value+``},gt.prototype.toJSON=function(){return this.value},gt.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(gt.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function _t(e,t){return new gt(e,t)}function vt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function yt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function bt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function xt(e,t){gt.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}xt.prototype=new gt,xt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!vt(this))return this.f&=-2,!0;var e=k;try{yt(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,bt(this),this.f&=-2,!0},xt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}gt.prototype.S.call(this,e)},xt.prototype.U=function(e){if(this.t!==void 0&&(gt.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},xt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(xt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function St(e,t){return new xt(e,t)}function Ct(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,wt(e),t}finally{k=n,it()}}}function wt(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ct(e)}function Tt(e){if(k!==this)throw Error(`Out-of-order effect`);bt(this),k=e,this.f&=-2;try{8&this.f&&wt(this)}finally{it()}}function Et(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}Et.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},Et.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,Ct(this),yt(this),lt++;var e=k;return k=this,Tt.bind(this,e)},Et.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},Et.prototype.d=function(){this.f|=8,1&this.f||wt(this)},Et.prototype.dispose=function(){this.d()};function Dt(e,t){var n=new Et(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Ot,kt,At=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,jt=[];Dt(function(){Ot=this.N})();function Mt(e,t){u[e]=t.bind(null,u[e]||function(){})}function Nt(e){if(kt){var t=kt;kt=void 0,t()}kt=e&&e.S()}function Pt(e){var t=this,n=e.data,r=It(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=St(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=St(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Dt(function(){if(this.N=zt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Pt.displayName=`ReactiveTextNode`,Object.defineProperties(gt.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Pt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),Mt(`__b`,function(e,t){if(Nt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof gt&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),Mt(`__r`,function(e,t){if(e(t),t.type!==S){Nt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Dt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;At&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),Nt(n)}}),Mt(`__e`,function(e,t,n,r){Nt(),e(t,n,r)}),Mt(`diffed`,function(e,t){Nt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Ft(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Ft(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=_t(n);return{o:function(e,t){a.value=e,r=t},d:Dt(function(){this.N=zt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}Mt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),Mt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function It(e,t){return O(function(){return _t(e,t)},[])}var Lt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Rt(){at(function(){for(var e;e=jt.shift();)Ot.call(e)})}function zt(){jt.push(this)===1&&(u.requestAnimationFrame||Lt)(Rt)}var Bt=`remit.return`,Vt=!1,Ht=_t(null),Ut=(...e)=>e.some(e=>Ht.value?.rights.includes(e));async function Wt(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Kt(),e.ok&&(Ht.value=await e.json())}async function Gt(){Vt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});Vt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Kt(){Vt||(Vt=!0,sessionStorage.setItem(Bt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function qt(){let e=sessionStorage.getItem(Bt)??``;return sessionStorage.removeItem(Bt),e}var Jt=[`asOf`,`compare`],Yt=/%(3A|2F|40|2C|3E|20)/g,Xt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Zt(e){return encodeURIComponent(e).replace(Yt,e=>Xt[e])}function Qt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function $t(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Qt(t)]??=[]).push(Qt(n))}return{view:Qt(t)||`home`,params:{...r}}}function en({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Zt(e)}=${Zt(t)}`));return`#/${e===`home`?``:Zt(e)}${n.length?`?${n.join(`&`)}`:``}`}var tn=_t($t(globalThis.location?.hash??``)),A=St(()=>tn.value.params.asOf?.[0]),nn=St(()=>tn.value.params.compare?.[0]);function rn(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function an(e,t={}){let n={};for(let e of Jt){let t=tn.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...rn(t)}}}var j=(e,t={})=>en(an(e,t));function on(e){e!==en(tn.value)&&(tn.value=$t(e))}function sn(e,t={}){let n=j(e,t);globalThis.location.hash=n,on(n)}function M(e,t=!1){let n={...tn.value.params};for(let t of Object.keys(e))delete n[t];let r=en({view:tn.value.view,params:{...n,...rn(e)}});r!==en(tn.value)&&(t?history.replaceState(null,``,r):globalThis.location.hash=r,on(r))}var cn=e=>tn.value.params[e]?.[0],ln=e=>tn.value.params[e]??[];function un(){window.addEventListener(`hashchange`,()=>{on(en($t(globalThis.location.hash)))})}var dn=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},fn=`application/graphql-response+json, application/json`,pn=60,mn=new Map,hn=6e4;function gn(){mn.clear()}var _n=e=>e instanceof DOMException&&e.name===`AbortError`,vn=(e,t)=>`${e}\n${JSON.stringify(t)}`;function yn(e,t,n){let r=e.toString().trim(),i=vn(r,t),a=mn.get(i);if(a&&Date.now()-a.at<hn)return mn.delete(i),mn.set(i,a),a.answer.catch(r=>{if(!_n(r)||n?.aborted)throw r;return yn(e,t,n)});let o=bn(r,t,n);mn.set(i,{at:Date.now(),answer:o}),o.catch(()=>{mn.get(i)?.answer===o&&mn.delete(i)});let s=mn.keys().next();return mn.size>pn&&!s.done&&mn.delete(s.value),o}async function bn(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:fn,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw _n(e)?e:new dn({code:`OFFLINE`,message:``})}r.status===401&&Kt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new dn(xn(o?.[0],i,r.status,s));return a}function xn(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function N(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new dn({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function Sn(e){return e instanceof dn?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function P(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),yn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||_n(e)||a({state:`failed`,question:r,problem:Sn(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),t!==null&&i.state===`idle`?{state:`loading`,question:r}:i}function Cn(e,t,n,r){let i=P(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),yn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var wn=s({AccessPathsDocument:()=>lr,BlastRadiusDocument:()=>ur,ChangedElementPartsFragmentDoc:()=>Vn,ChangesDocument:()=>Un,CompletenessPartsFragmentDoc:()=>On,CostAnomaliesDocument:()=>Kn,CostBillDocument:()=>Xn,CostDailyDocument:()=>qn,CostDifferenceDocument:()=>Yn,CostForecastDocument:()=>Jn,CostSeriesDocument:()=>Gn,CostSumsDocument:()=>Wn,EdgeChangePartsFragmentDoc:()=>Tn,EdgePartsFragmentDoc:()=>Pn,EvidencePartsFragmentDoc:()=>Rn,ExposureDocument:()=>dr,FreshnessPartsFragmentDoc:()=>kn,HomeAnomaliesDocument:()=>tr,HomeChangesDocument:()=>Qn,HomeForecastDocument:()=>er,HomeOrphanedDocument:()=>Zn,HomeShadowDocument:()=>$n,HomeUnresolvedDocument:()=>nr,InventoryPartsFragmentDoc:()=>Fn,MomentsDocument:()=>hr,MoneyPartsFragmentDoc:()=>Mn,MonthEndPartsFragmentDoc:()=>In,NamesDocument:()=>rr,OrphanedChangePartsFragmentDoc:()=>En,OrphanedOfDocument:()=>or,OrphanedPathPartsFragmentDoc:()=>zn,OrphanedRootPartsFragmentDoc:()=>Ln,OrphanedRootsDocument:()=>ir,OrphanedSheetDocument:()=>sr,OverlapPartsFragmentDoc:()=>Nn,ProblemPartsFragmentDoc:()=>An,ReachedPagePartsFragmentDoc:()=>Bn,RevocationOfDocument:()=>cr,SearchDocument:()=>fr,SeriesPartsFragmentDoc:()=>jn,SnapshotPartsFragmentDoc:()=>Dn,SourcesDocument:()=>pr,StatusDocument:()=>mr,TypedDocumentString:()=>F,UnknownOwnersDocument:()=>ar,UnresolvedDocument:()=>gr,WhatIfDocument:()=>_r,WhatIfTotalsPartsFragmentDoc:()=>Hn}),F=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},Tn=new F(`
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
    `,{fragmentName:`EdgeChangeParts`}),En=new F(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),Dn=new F(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),On=new F(`
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
    `,{fragmentName:`CompletenessParts`}),kn=new F(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),An=new F(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),jn=new F(`
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
}`,{fragmentName:`SeriesParts`}),Mn=new F(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),Nn=new F(`
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
}`,{fragmentName:`OverlapParts`}),Pn=new F(`
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
    `,{fragmentName:`EdgeParts`}),Fn=new F(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),In=new F(`
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
}`,{fragmentName:`MonthEndParts`}),Ln=new F(`
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
}`,{fragmentName:`OrphanedRootParts`}),Rn=new F(`
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
    `,{fragmentName:`EvidenceParts`}),zn=new F(`
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
}`,{fragmentName:`OrphanedPathParts`}),Bn=new F(`
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
}`,{fragmentName:`ReachedPageParts`}),Vn=new F(`
    fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
    `,{fragmentName:`ChangedElementParts`}),Hn=new F(`
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
}`,{fragmentName:`WhatIfTotalsParts`}),Un=new F(`
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
}`),Wn=new F(`
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
}`),Gn=new F(`
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
}`),Kn=new F(`
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
}`),qn=new F(`
    query CostDaily($input: CostAttributionInput!) {
  costAttribution(input: $input) {
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
}`),Jn=new F(`
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
}`),Yn=new F(`
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
}`),Xn=new F(`
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
}`),Zn=new F(`
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
}`),Qn=new F(`
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
}`),$n=new F(`
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
}`),er=new F(`
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
}`),tr=new F(`
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
}`),nr=new F(`
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
}`),rr=new F(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),ir=new F(`
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
}`),ar=new F(`
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
}`),or=new F(`
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
}`),sr=new F(`
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
}`),cr=new F(`
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
}`),lr=new F(`
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
}`),ur=new F(`
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
}`),dr=new F(`
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
}`),fr=new F(`
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
}`),pr=new F(`
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
    `),mr=new F(`
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
    `),hr=new F(`
    query Moments($last: Int!) {
  status {
    moments(last: $last)
  }
}
    `),gr=new F(`
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
}`),_r=new F(`
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
}`),I={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,earlier:`as of one change earlier`,later:`as of one change later`,compare:`compare with a week before, or no more`,next:`next row`,previous:`previous row`,open:`open the row`,nextList:`next list`,previousList:`list before`,whatGoes:`show what would go (orphaned paths)`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:"The newest runs, newest first. A held run waits for somebody: `remit source accept` lets it in.",run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},compare:{title:`Comparison of two moments`,edges:`Edges`,orphaned:`Orphaned paths`,reach:e=>e===`1`?`1 principal reaches more or less`:`${e} principals reach more or less`,lists:`What opened and closed`,opened:e=>`${e} opened since`,closed:e=>`${e} closed since`,openedMark:`opened`,amongFirst:`among the rows that are here`,closedTitle:`Closed since: reached then, not now`},asOfControl:{compare:`Compare`,compareLabel:`Compared with`,compareEnd:`No comparison`,label:`As of (UTC)`,slider:e=>`${e}: moments at which the graph changed`,earlier:e=>`${e}: one change earlier`,later:e=>`${e}: one change later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,cut:`to be revoked`,gone:`would go`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`,LOSES:`would lose`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},cost:{title:`Cost`,lead:`What AI use cost and whose cost it is. Every unit of the ledger is in exactly one place.`,controls:`What is asked`,parts:`Parts of this view`,shows:{time:`Over time`,forecast:`Forecast`,anomalies:`Anomalies`,difference:`Two months`,bill:`Against the bill`},by:`By`,from:`From`,to:`To`,window:`Days`,days:e=>`${e} days`,thisMonth:`This month`,lastMonth:`Last month`,owners:`What several share`,ownerRules:{EVEN:`evenly`,NONE:`to nobody`,USAGE:`as the source says`},only:`Only`,without:e=>`Without ${e}`,currency:`Currency`,step:`A bar is`,steps:{day:`day`,week:`week`,month:`month`},dimensions:{identity:`Person`,team:`Team`,department:`Department`,cost_center:`Cost center`,account:`Account`,credential:`Credential`,application:`Application`,workspace:`Workspace`,model:`Model`,provider:`Provider`,mcp_server:`MCP server`,data_source:`Data source`,owner_state:`Answered for`,day:`Day`,week:`Week`,month:`Month`},nameless:{"~unattributed":`Unattributed`,"~shared":`Shared by several`,"~no_mcp_use":`No use of MCP`,"~unknown":`Unknown`,"~hidden":`Hidden from you`,"~other":`All others`},ownerStates:{answered_for:`Answered for`,orphaned:`Orphaned`,unknown:`Unknown`},buckets:{seat:`Seats`,variance:`Variance against bills`,tax:`Tax`,credit:`Credits`,other:`Other charges`,hidden:`Charges hidden from you`},amounts:{cost:`Cost`,estimate:`Estimate`,included:`Included`},sums:`What it adds up to`,sumsLead:(e,t)=>`${e} to ${t}, both included.`,sheet:`Parts of the ledger`,inLedger:`In the ledger`,ledger:`Ledger`,named:(e,t)=>`By ${t.toLowerCase()} (${e})`,addsUp:`The parts are the ledger, to the last digit.`,addsUpNot:e=>`The parts differ from the ledger by ${e}: report this as a fault.`,beside:`Not in the ledger`,estimateValue:`Estimates, priced from a table`,includedValue:`Used within a plan`,overlapsOf:e=>`Reported twice (${e})`,unpriced:`Usage that nobody has a price for`,rows:e=>e===`1`?`1 row`:`${e} rows`,dropped:e=>`${e}, left out by the filter`,droppedWhy:`A charge has an application and days, nothing else: a filter on anything else leaves it out.`,leftOut:e=>`In ${e}`,rate:(e,t,n)=>`1 ${e} counts as ${t} ${n}.`,barsTitle:(e,t)=>`${e} by ${t}`,barsLead:e=>`Usage in the ledger${e?`, in ${e}`:``}. Seats, taxes, credits and variance have no key and are beside it.`,barsQuestion:(e,t,n,r)=>`Cost by ${e.toLowerCase()}, ${t} to ${n}${r.length?`, only ${r.join(`, `)}`:``}`,rest:`Everything else`,allPeriods:`All bars`,onlyThis:`These days alone`,anomaliesOf:e=>e===`1`?`1 anomaly`:`${e} anomalies`,anomaly:`Anomaly`,insteadOf:`instead of`,withModel:`with`,usually:`usually`,drivers:`What grew`,ordinaryUpTo:`Ordinary up to`,expected:`Expected`,judged:(e,t)=>`${e} days of keys judged. An anomaly costs ${t}.`,noAnomalies:`No day of these stands out.`,forecastTitle:e=>`Where ${e} will end`,forecastLead:e=>`Usage in the ledger. Forecast by the ${e}.`,forecastRows:e=>`Month end by ${e.toLowerCase()}`,chargesApart:`Seats, taxes, credits and variance are beside the forecast. A key opens to its own month end.`,spent:`Spent`,interval:`Four of five times`,atLeast:`At least`,atMost:`At most`,budget:`Budget`,ofBudget:`Of the budget`,missingDays:`Days estimated`,noForecast:{TOO_SHORT:`fewer than 8 days are known`,NO_COST:`it cost nothing so far`,"":`nobody can say`},coneLabel:(e,t,n,r,i)=>`Spent ${e}; at the end of the month ${t} is expected, between ${n} and ${r}; budget: ${i}`,months:`Months to compare`,before:`Before`,after:`After`,differenceTitle:(e,t)=>`From ${e} to ${t}`,differenceLead:`Why the two months differ: who came and went, how much was used, at which price, of which models.`,differenceRows:e=>`Difference by ${e.toLowerCase()}`,differenceRowsLead:`What has no key (seats, taxes, credits, variance) is no row here.`,differenceSum:`Difference`,differenceAddsUp:`The parts are the difference, to the last digit.`,differenceParts:{before:`Before`,after:`After`,difference:`Difference`,people:`People`,volume:`Volume`,price:`Price`,mix:`Mix`,unmeasured:`Unmeasured`,charges:`Charges`},differenceWhy:{people:`who is new, less who is gone`,volume:`more or less of the same, by those who stayed`,price:`another price for one unit of the same model`,mix:`other models in other shares`,unmeasured:`usage without requests and tokens`,charges:`seats, taxes, credits and variance`},part:`Part`,daysOf:(e,t)=>`${e} to ${t}`,period:`Days`,varianceTitle:`Bills against usage`,varianceLead:`Per charge period what was billed for usage, what the usage rows cost, and what may be behind the difference. Causes may overlap.`,varianceAmounts:{billed:`Billed`,usage:`Usage`,variance:`Variance`,inWindow:`In these days`},varianceSum:`Bucket variance`,causes:`Likely causes`,noVariance:`No bill for usage falls on these days.`,restatedTitle:`Restated figures`,restatedLead:`What a source reported again, with other figures, of days that were over. The ledger has the later ones.`,restatedWhy:{LATE_ROWS:`more rows than before`,WITHDRAWN_ROWS:`fewer rows than before`,OTHER_AMOUNT:`the same use at another amount`,OTHER_COUNTS:`other counts in the same rows`,OTHER_ROWS:`other rows`},noRestated:`No source changed its figures of these days.`,figure:`Figure`,why:`Why`,beforeAmount:`First`,afterAmount:`Now`,source:`Source`,run:e=>`run ${e}`,at:`Observed`,overlapsTitle:`Reported twice`,overlapsLead:`What a second source reports of days that another accounts for. It is not added.`,leftOutSource:`Left out`,countedSource:`Counted`,noOverlaps:`Nothing is reported twice.`,pricedTitle:`Priced from a table`,pricedLead:`Per source of usage without a bill: how much of it is in the ledger, and how much beside it.`,counts:`Rule`,countsRules:{auto:`where there is no bill`,always:`always`,never:`never`},noPriced:`No usage is priced from a table.`,rowsTitle:e=>`Rows by ${e.toLowerCase()}`,opensTo:e=>`A row opens to what is behind it: ${e.toLowerCase()}.`,finest:`As fine as the usage is that sources report: one row per day, account and model.`,basis:`Basis`,bases:{billed:`billed`,priced:`priced`,mixed:`mixed`,unpriced:`no price`},requests:`Requests`,tokens:`Tokens`,noRows:`Nothing was used in these days, as far as any source reports.`,sumOfRows:`All rows`,rowsAreLedger:`The rows are the whole ledger.`,rowsAndBuckets:e=>`With ${e} that has no key (seats, taxes, credits, variance) the rows are the ledger.`},reasons:{DEPARTED_OWNER:`Its owner left`,SUSPENDED_OWNER:`Its owner is suspended`,EMPTY_OWNER_GROUP:`Nobody is in the group that owns it`,UNRESOLVED_ACCOUNT:`The directory does not know its address`,EXTERNAL_EMAIL:`No directory covers its address`,NO_OWNER:`It has no owner`},orphaned:{title:`Orphaned paths`,lead:`Live routes to data for which nobody answers any more: why, since when, what they cost, who could take over, and what to revoke.`,lists:`Lists`,all:`Orphaned`,shadow:`Shadow accounts`,unknown:`Nobody can say`,root:`Principal`,principals:`principals that nobody answers for`,shadowCount:`accounts that the directory does not govern`,why:`Why`,since:`Since`,sinceUnknown:`not known`,routes:`Routes`,spend:`Spent since`,spendOfWindow:`Spent in 30 days`,nextOwner:`Next owner`,nobody:`nobody is known`,paths:e=>e===`1`?`1 route`:`${e} routes`,state:{ANSWERED_FOR:`Somebody answers for it`,UNKNOWN:`Nobody can say who answers for it`,ORPHANED:`Nobody answers for it`},shadowMark:`shadow`,noRoots:`Somebody answers for every live route to data.`,noShadow:`Every account is governed by the directory.`,noUnknown:`Of every live principal it is known who answers for it.`,notListed:`This is no orphaned principal at this moment.`,hangsOn:`It is counted under the principal that alone holds it.`,evidence:`Evidence`,folded:`Only it holds`,blastRadius:`Blast radius`,changes:`What changed here`,target:`Leads to`,below:`Inside`,permission:`Permission`,hops:`Hops`,lastUsed:`Last used`,routesTitle:`Routes`,routesLead:`One row for each topmost data source or model, with a walk that proves it.`,noRoutes:`No route starts here any more: it was seen in use in the last 30 days.`,someRoutes:(e,t)=>`The first ${e} of ${t} routes are here.`,back:`All principals`,nextOwners:{MANAGER:`manager`,HEAVIEST_USER:`uses it most`,CREATOR:`created it`,GROUP_OWNER:`owns the group`},revocation:`What to revoke`,revocationLead:`The cheapest set of revocations after which no granted route leads to this data.`,onlyModels:`No route leads to data, only to models: to end it, remove the principal with all that it alone holds.`,noCut:`Nothing granted leads to this data: what was seen in use ends with the principal.`,step:`Do`,system:`In`,cost:`Cost`,command:`Command`,noCommand:`in its console`,proven:`Searched again without them: nothing is reached.`,notProven:`Searched again without them, data is still reached.`,noCollateral:`Nobody active loses anything.`,collateral:e=>e===`1`?`1 active person would lose data`:`${e} active people would lose data`,loses:`Would lose`,person:`Person`,tryIt:`Show what would go`,tryingIt:`Shown: what would go`,openWhatIf:`Open as what-if`,tooMany:e=>`More than ${e} revocations are not tried at once.`,sheet:`Sheet of all`,print:`Print`,sheetLead:(e,t)=>`As of ${e}, snapshot ${t}.`},whatIf:{title:`What if`,lead:`What would change if access were removed, somebody left, something were switched off or granted. Nothing is written.`,edits:`Changes to try`,edit:`Change`,editKinds:{remove:`Remove`,offboard:`Offboard`,block:`Block`,add:`Add`},editHelp:{remove:`A principal goes with all its edges, or one edge ends.`,offboard:`Somebody leaves: what they alone hold is closed, and what they were given ends.`,block:`A server or an application is switched off.`,add:`A new edge, with its permission.`},what:`What`,node:`The whole node`,edge:`One edge`,from:`From`,kind:`Edge`,to:`To`,permission:`Permission`,noPermission:`none`,put:`Try it`,leaveOut:e=>`Leave out ${e}`,clear:`Leave out all`,nothing:`Choose something to remove, offboard, block or add.`,result:`Before and after`,before:`Before`,after:`After`,difference:`Difference`,dataSources:`Data sources reached`,dataSourcesNote:`by those whose reach changes`,score:`Score`,scoreNote:`of those whose reach changes`,orphanedRoots:`Orphaned principals`,orphanedPaths:`Orphaned paths`,orphanedPathsNote:`of those at which anything changes`,spend:`Usage in 30 days`,spendStops:e=>`${e} a month would stop.`,lost:`Access lost`,gained:`Access gained`,lostSummary:(e,t,n,r)=>`${e} in use, ${t} used further along, ${n} not used, ${r} of which nobody knows`,who:`Who`,target:`What`,left:`Left`,had:`Had`,use:`Use`,nothingLeft:`nothing`,principals:`Whose reach changes`,noLost:`Nobody loses anything.`,noGained:`Nobody gains anything.`,noPrincipals:`Nobody's reach of data changes.`,closed:`Orphaned paths closed`,opened:`Orphaned paths opened`,noPaths:`No orphaned path opens or closes.`,change:`Change`,order:`Order of work`,orderLead:`What is new first, keys before the accounts they outlive, people last; what nobody works over first.`,usedBy:`Used by`,elements:`What becomes different`,becomes:`Becomes`,becomesWords:{added:`added`,ended:`ended`,gone:`gone`,departed:`departed`,suspended:`suspended`,revoked:`revoked`,disabled:`disabled`,renewed:`gets a new secret`},summary:(e,t)=>`${e} accesses lost, ${t} gained`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},vr=e=>I.views[e]??e;function L(e){return e?`${e.currency} ${Cr(Sr(e.amount,2))}`:I.unknown}var yr=e=>`${e.currency} ${e.amount}`,br=9;function R(e){let[t=`0`,n=``]=e.replace(/^[+-]/,``).split(`.`),r=BigInt(t+n.padEnd(br,`0`).slice(0,br));return e.startsWith(`-`)?-r:r}function xr(e){let t=(e<0n?-e:e).toString().padStart(10,`0`);return`${e<0n?`-`:``}${t.slice(0,-9)}.${t.slice(-9)}`}function Sr(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function Cr(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function wr(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var z=e=>Cr(String(e)),Tr=e=>`${Math.round(e*100)} %`,Er=e=>Cr(String(Math.round(e*10)/10)),Dr=864e5;function Or(e){if(!e)return I.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var kr=e=>e?e.slice(0,10):I.unknown;function Ar(e){let t=[[86400,I.units.day],[3600,I.units.hour],[60,I.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return I.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function jr(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var Mr=(e,t)=>new Date(e.getTime()-t*Dr),Nr=e=>e.toISOString().slice(0,10),Pr=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),Fr=Symbol.for(`pv`),Ir=0;Array.isArray;function B(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Fr,__v:--Ir,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}function Lr({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=B(S,{children:[B(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?I.shell.complete:I.shell.partial]});return!n.length&&!r.length?B(`span`,{class:`completeness is-complete`,children:a}):B(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[B(`summary`,{children:[a,i?` · ${I.shell.notes}`:``]}),B(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>B(`p`,{children:[B(`code`,{children:e}),` `,t]},e+t))})]})}var Rr=400,zr=_t([]);async function Br(){zr.value=(await yn(hr,{last:Rr})).status.moments}function Vr(e,t){let n=Date.parse(t),[r,i]=[0,e.length];for(;r<i;){let t=r+i>>1;Date.parse(e[t])<=n?r=t+1:i=t}return r-1}function Hr(e,t,n){let r=t===void 0?e.length:Vr(e,t);return n>0?e[r+1]:e[t!==void 0&&r>=0&&Date.parse(e[r])<Date.parse(t)?r:r-1]??t}var Ur=250,Wr=2e3,Gr=e=>M({asOf:Hr(zr.value,A.value,e)});function Kr({id:e,label:t,value:n,onChoose:r}){let i=zr.value,[a,o]=T(null),s=D(0),c=D(-1/0);E(()=>()=>clearTimeout(s.current),[]),E(()=>o(null),[n]);let l=a??(n===void 0?i.length:Math.max(0,Vr(i,n))),u=l>=i.length?I.shell.asOfNow:Or(a===null&&n?n:i[l]),d=e=>{o(e),clearTimeout(s.current),s.current=window.setTimeout(()=>{let t=performance.now()-c.current<Wr;c.current=performance.now(),r(i[e],t)},Ur)};return B(`input`,{id:e,class:`moments`,type:`range`,min:0,max:i.length,step:1,value:l,disabled:!i.length,"aria-label":t,"aria-valuetext":u,title:u,onInput:({currentTarget:e})=>d(Number(e.value))})}function qr({id:e,label:t,value:n,onChoose:r,onClear:i,clearWords:a}){let o=e=>r(Hr(zr.value,n,e),!1);return B(`span`,{class:`as-of ${n?`is-set`:``}`,children:[B(`label`,{for:e,children:t}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>o(-1),disabled:!zr.value.length,"aria-label":I.asOfControl.earlier(t),title:I.asOfControl.earlier(t),children:B(`span`,{"aria-hidden":`true`,children:`◂`})}),B(Kr,{id:`${e}-slider`,label:I.asOfControl.slider(t),value:n,onChoose:r}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>o(1),disabled:!n,"aria-label":I.asOfControl.later(t),title:I.asOfControl.later(t),children:B(`span`,{"aria-hidden":`true`,children:`▸`})}),B(`input`,{id:e,type:`datetime-local`,value:n?Pr(jr(n)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);r(Number.isNaN(t.getTime())?void 0:Pr(t),!1)}}),n&&B(`button`,{type:`button`,class:`quiet`,onClick:i,children:a})]})}var Jr=7,Yr=()=>M({compare:nn.value===void 0?Pr(Mr(jr(A.value),Jr)):void 0});function Xr(){let e=nn.value;return B(`span`,{class:`time`,children:[e!==void 0&&B(qr,{id:`compare-with`,label:I.asOfControl.compareLabel,value:e,onChoose:(e,t)=>M({compare:e??Pr(jr(A.value))},t),onClear:Yr,clearWords:I.asOfControl.compareEnd}),B(qr,{id:`as-of`,label:I.asOfControl.label,value:A.value,onChoose:(e,t)=>M({asOf:e},t),onClear:()=>M({asOf:void 0}),clearWords:I.shell.asOfClear}),e===void 0&&B(`button`,{type:`button`,class:`quiet`,id:`compare`,"aria-keyshortcuts":`c`,onClick:Yr,children:I.asOfControl.compare})]})}function Zr(){let e=nn.value,t=P(Qn,e===void 0?null:{input:{from:e,asOf:A.value??null}},e=>N(e.changes));return e===void 0?null:B(`aside`,{class:`comparison`,"aria-label":I.compare.title,"aria-busy":t.state===`loading`,children:[t.state===`failed`&&B(`span`,{class:`strip-late`,children:t.problem.message}),t.data&&B(Qr,{data:t.data})]})}function Qr({data:e}){let{edges:t,orphanedPaths:n,reach:r}=e,i=[[I.compare.edges,t],[I.compare.orphaned,n]];return B(S,{children:[B(`span`,{children:[Or(e.from),` → `,Or(e.to)]}),i.map(([e,{opened:t,closed:n}])=>B(`span`,{children:[e,` `,B(`b`,{class:`side-opened`,children:[`+`,z(t.totalCount),` `,I.changes.opened]}),` `,B(`b`,{class:`side-closed`,children:[`−`,z(n.totalCount),` `,I.changes.closed]})]},e)),B(`span`,{children:I.compare.reach(z(r.totalCount))}),B(Lr,{provenance:e}),tn.value.view!==`changes`&&B(`a`,{href:j(`changes`),children:I.compare.lists})]})}function $r({row:e}){let t=wr(e.spent,e.budget),n=wr(e.expected,e.budget);if(t===null)return B(`span`,{class:`muted`,children:I.home.noBudget});let r=Math.max(1,t,n??0);return B(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${L(e.spent)} / ${L(e.budget)}`,children:[B(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&B(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),B(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),B(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var ei=e=>e==null?I.home.cannotSay:e?I.home.over:I.home.within,ti=200;function ni(e,t){return e===t?0:e<t?-1:1}function ri(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*ni(r(e),r(t))),...e.filter(e=>!a(e))]}function V(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(ti),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>ri(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return B(`p`,{class:`empty`,children:e.empty??I.parts.empty});let _=e.total??f.length;return B(`div`,{class:`table-box`,children:[B(`table`,{class:`data-table`,children:[B(`caption`,{class:`visually-hidden`,children:e.caption}),B(`thead`,{children:B(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>B(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?B(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:I.parts.sortBy(t),children:[t,B(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),B(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>B(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>B(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))}),e.footer&&B(`tfoot`,{children:B(`tr`,{children:t.map(({key:t,align:n,wide:r})=>B(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:e.footer?.[t]},t))})})]}),_>p.length&&B(`p`,{class:`table-foot`,children:[i&&_>f.length?I.parts.sortedAmong(z(f.length),z(_)):I.parts.rowsOf(z(p.length),z(_)),(f.length>p.length||e.hasMore&&e.onMore)&&B(`button`,{type:`button`,onClick:()=>{l(c+ti),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:I.more})]})]})}var ii=200,ai=_t(new Map),oi=new Set,si=0;function ci(e,t){let n=t??ai.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(oi.add(e),si||=window.setTimeout(ui))},[e,n]),n||di(e)}var li=e=>ai.value.get(e)??di(e);async function ui(){si=0;let e=[...oi].slice(0,ii);for(let t of e)oi.delete(t);oi.size&&(si=window.setTimeout(ui));try{let{nodes:t}=await yn(rr,{ids:e,asOf:A.value??null}),n=new Map(ai.value);t.forEach((t,r)=>n.set(e[r],t?.name||di(e[r]))),ai.value=n}catch{}}function di(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var fi=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function pi(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var mi={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},hi=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,gi=e=>mi[e]??hi,_i=e=>I.kinds[e]??e;function vi({kind:e}){return B(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":_i(e),children:B(`path`,{d:gi(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var yi={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function bi({permission:e}){if(!e)return B(`span`,{class:`muted`,children:I.noPermission});let t=yi[e]??0;return B(`span`,{class:`permission permission-${e}`,children:[B(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>B(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),I.permissions[e]??e]})}function xi({sensitivity:e}){return e?B(`span`,{class:`sensitivity sensitivity-${e}`,children:I.sensitivities[e]??e}):null}var Si=e=>fi(e)===`DataSource`||fi(e)===`McpTool`||fi(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function H({id:e,name:t,plain:n=!1,href:r}){let i=ci(e,t),{view:a,param:o}=Si(e),s=B(S,{children:[B(vi,{kind:fi(e)}),B(`span`,{class:`chip-name`,children:i||di(e)}),B(`span`,{class:`chip-system`,children:pi(e)})]});return n?B(`span`,{class:`chip`,title:e,children:s}):B(`a`,{class:`chip`,title:e,href:r??j(a,{[o]:e}),children:s})}function Ci(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function wi(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function Ti(e,t,n,r){let i=n?[n.snapshot.digest,n.snapshot.asOf,n.completeness.status]:[``,``,``],a=[r.toISOString(),`${t.text.replace(/\s+/g,` `)} ${JSON.stringify(t.variables)}`];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`,`exported_at`,`question`].map(Ci).join(`,`),...e.rows.map((e,t)=>[...e,...i,...t===0?a:[``,``]].map(Ci).join(`,`))].join(`\r
`)}\r\n`}function Ei(e,t,n,r){return`${JSON.stringify({...wi(t,n,r),answer:e},null,2)}\n`}function Di(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var Oi=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function ki({problem:e,onRetry:t,candidateHref:n}){let r=I.remedies[e.code];return B(`div`,{class:`problem`,role:`alert`,children:[B(`p`,{class:`problem-message`,children:e.message||I.problems[e.code]||I.problems.fallback}),r&&B(`p`,{children:r}),e.candidates&&B(S,{children:[B(`p`,{children:I.parts.candidates}),B(`ul`,{class:`plain-list`,children:e.candidates.map(e=>B(`li`,{children:B(H,{id:e,href:n?.(e)})},e))})]}),B(`p`,{class:`muted small`,children:[I.parts.code,` `,e.code,e.requestId&&` · ${I.parts.request} ${e.requestId}`]}),t&&B(`button`,{type:`button`,onClick:t,children:I.tryAgain})]})}function Ai({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${I.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return B(`details`,{class:`query-behind`,children:[B(`summary`,{title:I.parts.questionTitle,children:I.parts.question}),B(`div`,{class:`query-box`,children:[B(`div`,{class:`query-tools`,children:[B(`button`,{type:`button`,onClick:()=>void i(),children:t?I.parts.copied:I.parts.copy}),B(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:I.parts.graphiql})]}),B(`pre`,{tabIndex:0,"aria-label":I.parts.questionTitle,children:e.text}),B(`pre`,{tabIndex:0,"aria-label":I.parts.variables,children:r})]})]})}var ji=_t(``),Mi=e=>{ji.value=e};function Ni(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function U(e){let{answer:t,title:n}=e,r=Je(),i=Ni(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&Mi(`${n}: ${e.summary(t.data)}`)},[t]),B(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[B(`header`,{class:`panel-head`,children:[B(a,{id:r,children:n}),i&&B(Lr,{provenance:i}),B(`div`,{class:`panel-tools`,children:[e.tools,t.data!==void 0&&e.exportName&&B(Pi,{...e,provenance:i}),t.question.variables!==null&&B(Ai,{question:t.question})]})]}),e.lead&&B(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&B(ki,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&B(`p`,{class:`asking`,children:I.loading}),t.data!==void 0&&e.children(t.data)]})}function Pi({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return B(`span`,{class:`export`,role:`group`,"aria-label":I.parts.export,children:[n&&B(`button`,{type:`button`,class:`quiet`,onClick:()=>Di(Oi(t,r,`csv`),`text/csv`,Ti(n(i),e.question,r,new Date)),children:I.parts.exportCsv}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>Di(Oi(t,r,`json`),`application/json`,Ei(i,e.question,r,new Date)),children:I.parts.exportJson})]})}var Fi=6e4,Ii=_t(null),Li=_t(null),Ri=_t(0),zi=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,Bi=St(()=>(Ii.value?.sources??[]).filter(zi));async function Vi(){try{let e=(await yn(mr,{})).status,t=Ii.value;t&&e.generation!==t.generation&&(gn(),Ri.value+=1,Mi(I.shell.newGeneration(e.generation))),Ii.value=e,Li.value=null,t?.generation!==e.generation&&await Br()}catch(e){Li.value=Sn(e)}}function Hi(){Vi(),setInterval(()=>{document.visibilityState===`visible`&&Vi()},Fi),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&Vi()})}function Ui(e,t){return e<t?-1:+(e>t)}function Wi(e){return`${e.source}\t${e.kind}\t${e.target}`}function Gi(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function Ki(e){return e.slice(e.indexOf(`:`)+1)}var qi=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function Ji(e,t){return e===null||t===null?e??t:qi.indexOf(e)>=qi.indexOf(t)?e:t}var Yi=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Xi=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function Zi(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var Qi=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(ea(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===Ki(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=Wi(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:Zi(Yi,r?.permission??null,e.permission??null),exercised:Ji(r?.exercised??null,t),evidence:$i(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>Ui(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>Ui(e.key,t.key)),routes:this.routes}}};function $i(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>Ui(e.claimedBy,t.claimedBy)||Ui(e.permission??``,t.permission??``))}function ea(e,t,n,r){return{id:e,kind:Gi(e),name:t||Ki(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function ta(e,t,n){let r=new Qi,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(ea(t,Ki(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(na(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function na(e,t){return{...ea(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function ra(e,t,n){let r=new Qi,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(ea(e,Ki(e),0,`start`)),t!==e&&r.setNode(ea(t,Ki(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function ia(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function aa(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(ia(n,r.source,r.target),ia(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var oa=[`remove`,`offboard`,`block`,`add`];function sa(e){let t=t=>[...new Set(e[t]??[])];return{remove:t(`remove`),offboard:t(`offboard`),block:t(`block`),add:t(`add`)}}var ca=e=>oa.some(t=>e[t].length>0);function la(e,t){return{...t?{asOf:t}:{},...Object.fromEntries(oa.filter(t=>e[t].length>0).map(t=>[t,[...e[t]]]))}}var ua=({source:e,kind:t,target:n})=>`${e} -${t}-> ${n}`,da=({source:e,kind:t,target:n},r)=>[e,t,n,r].filter(Boolean).join(` `),fa=RegExp(`^(.+?)\\s+-?\\s*(${Object.keys(I.picture.edges).join(`|`)})\\s*(?:->)?\\s+(.+)$`,`s`);function pa(e,t){let n=t===`remove`||t===`add`?fa.exec(e):null;if(n===null)return{source:e};let[,r=``,i=``,a=``]=n,o=t===`add`?/^(.+)\s+(DISCOVER|READ|WRITE|ADMIN)$/s.exec(a):null;return{source:r,kind:i,target:o?.[1]??a,...o?.[2]?{permission:o[2]}:{}}}var ma=`LOSES`,ha=({reasons:e})=>e.reduce((e,{since:t})=>t&&(e===null||t<e)?t:e,null),ga=e=>I.reasons[e]??e,_a=({target:e,witness:t})=>t.at(-1)?.targetName??di(e),va=(e,t)=>[...new Set([e,...t.flatMap(({witness:e})=>e.slice(0,1).map(({source:e})=>e))])];function ya(e,t){let n=t.map(e=>({id:e.target,kind:Gi(e.target),name:_a(e),permission:e.permission??null,permissionKnown:!0,hops:e.hops,exercised:e.lastUsed?`YES`:`UNKNOWN`,lastUsed:e.lastUsed??null,witness:e.witness}));return ta(va(e,t),n,`out`)}function ba(e,t){let n=new Map(e.nodes.map(({id:e,hop:t})=>[e,t])),r=[],i=[];for(let{id:e,name:a,loses:o}of t){let t=o.filter(e=>n.has(e));if(t.length!==0){n.has(e)||r.push(ea(e,a,Math.max(0,Math.max(...t.map(e=>n.get(e)??0))-1),`between`));for(let n of t)i.push({key:Wi({source:e,kind:ma,target:n}),source:e,target:n,kind:ma,permission:null,exercised:null,evidence:[]})}}return r.length+i.length===0?e:{...e,nodes:[...e.nodes,...r].sort((e,t)=>Ui(e.id,t.id)),edges:[...e.edges,...i]}}var xa=e=>[...new Set(e.map(({target:e})=>e))].filter(e=>Gi(e)===`DataSource`);function Sa(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?[t,...n]:[...e.edges.map(ua),...e.nodes]}function Ca(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?new Set([t,...n]):new Set([...e.edges.map(Wi),...e.nodes])}function wa(e,t,n,r){let i=e=>new Set(e.filter(e=>e.root===t).map(({target:e})=>e)),[a,o]=[i(n),i(r)],s=new Set([...e.routes].filter(([e])=>!a.has(e)||o.has(e)).flatMap(([e,t])=>[e,...t]));for(let t of e.edges)s.has(t.key)&&(s.add(t.source),s.add(t.target));let c=[...e.nodes.filter(({role:e})=>e!==`start`).map(({id:e})=>e),...e.edges.map(({key:e})=>e)];return new Set(c.filter(e=>!s.has(e)))}var Ta=(e,t)=>({cut:e,gone:t??new Set}),Ea=({witness:e})=>e.map(({source:e,kind:t,target:n},r)=>r===0?`${e} -${t}-> ${n}`:`-${t}-> ${n}`).join(` `),Da=7,Oa=30;function ka(){let e=I.home;return B(S,{children:[B(`h1`,{children:e.title}),B(`p`,{class:`lead`,children:e.lead(A.value?Or(A.value):e.now)}),B(`div`,{class:`home`,children:[B(ja,{}),B(Na,{}),B(Ia,{}),B(La,{}),B(Ra,{}),B(Ba,{}),B(Va,{})]})]})}function Aa({count:e,words:t,address:n,strong:r}){return B(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[B(`span`,{class:`figure-count`,children:e}),` `,B(`span`,{class:`figure-words`,children:t})]})}function ja(){let e=I.home,t=P(Zn,{input:{asOf:A.value??null}},e=>N(e.orphanedPaths));return B(U,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>z(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(Aa,{count:z(t),words:e.orphanedOf(z(n)),address:j(`orphaned`),strong:!0}),r>0&&B(Aa,{count:z(r),words:e.unknownOwners,address:j(`orphaned`,{list:`unknown`})})]}),B(V,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>B(S,{children:[B(H,{id:t,name:n,href:j(`orphaned`,{root:t})}),r&&B(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>z(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:e=>B(Ma,{at:ha(e)}),wide:!0,sort:ha},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>L(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?B(H,{id:t.id,name:t.name}):B(`span`,{class:`muted`,children:e.nobody})}]})]})})}function Ma({at:e}){return e===null?B(`span`,{class:`muted`,children:I.orphaned.sinceUnknown}):B(`span`,{class:`nowrap`,children:kr(e)})}function Na(){let e=I.home,t=Pr(Mr(jr(A.value),Da)),n=P(Qn,{input:{from:t,asOf:A.value??null}},e=>N(e.changes)),r=j(`changes`,{from:t});return B(U,{title:e.changes,lead:e.changesLead(Or(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(Aa,{count:`+${z(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),B(Aa,{count:`−${z(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),B(Aa,{count:`+${z(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),B(Aa,{count:`−${z(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),B(Aa,{count:`+${z(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),B(Aa,{count:`−${z(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),B(Aa,{count:z(a.totalCount),words:e.permissionsChanged,address:r}),B(Aa,{count:z(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&B(V,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>B(H,{id:e,name:n,href:j(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${z(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${z(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${Er(e)} → ${Er(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var Pa=e=>e.map(({value:e})=>e).join(` · `);function Fa({value:e,address:t}){return e.includes(`:`)?B(H,{id:e,href:t}):B(`a`,{href:t,children:e.replace(/^~/,``)})}function Ia(){let e=I.home,t=P(er,{input:{by:[`team`],asOf:A.value??null}},e=>N(e.forecast)),n=Nr(jr(A.value)),r={by:`team`,from:`${n.slice(0,7)}-01`,to:n};return B(U,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(Aa,{count:L(t.spent),words:e.spent,address:j(`cost`,r),strong:!0}),B(Aa,{count:L(t.expected),words:e.expected,address:j(`cost`,{by:`team`,show:`forecast`})})]}),B(V,{caption:e.spend,rows:n.nodes,total:n.totalCount,rowKey:({key:e})=>Pa(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>B(Fa,{value:e[0].value,address:j(`cost`,{...r,by:`identity`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>L(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>L(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>B($r,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t,key:n})=>t?B(`a`,{class:e?`tag tag-bad`:`muted`,href:j(`cost`,{by:`team`,show:`forecast`,filter:`team=${n[0].value}`}),children:ei(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function La(){let e=I.home,t=P($n,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:A.value??null}},e=>N(e.inventory));return B(U,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:B(Aa,{count:z(t),words:e.shadow,address:j(`orphaned`,{list:`shadow`}),strong:t>0})}),B(V,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>B(H,{id:e,name:t,href:j(`orphaned`,{root:e})})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>z(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>B(`span`,{class:`nowrap`,children:kr(e)}),sort:({lastUsed:e})=>e}]})]})})}function Ra(){let e=I.home,t=jr(A.value),n={from:Nr(Mr(t,Oa)),to:Nr(Mr(t,1))},r=P(tr,{input:{by:[`team`],...n,asOf:A.value??null}},e=>N(e.anomalies));return B(U,{title:e.anomalies,lead:e.anomaliesLead,answer:r,exportName:`anomalies`,children:({judged:t,rows:r})=>B(S,{children:[B(`div`,{class:`figures`,children:B(Aa,{count:z(r.totalCount),words:e.judged(z(t)),address:j(`cost`,{by:`team`,...n,show:`anomalies`}),strong:r.totalCount>0})}),r.nodes.length>0&&B(V,{caption:e.anomalies,rows:r.nodes,total:r.totalCount,rowKey:({day:e,key:t})=>`${e} ${Pa(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>kr(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>B(Fa,{value:e[0].value,address:j(`cost`,{by:`team`,...n,show:`anomalies`,at:t,filter:`team=${e[0].value}`})})},{key:`cost`,title:e.cost,cell:({cost:e})=>L(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>L(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var za={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function Ba(){let e=I.home,{value:t}=Ii,n=t?{state:`answered`,question:za,data:Bi.value}:{state:`loading`,question:za};return B(U,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>B(S,{children:[B(`div`,{class:`figures`,children:B(Aa,{count:z(t.length),words:e.late,address:j(`sources`),strong:t.length>0})}),B(V,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>B(`a`,{href:j(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>Ar(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?I.unknown:Ar(e),sort:({promisedAgeS:e})=>e}]})]})})}function Va(){let e=I.home,t=P(nr,{input:{asOf:A.value??null}},e=>N(e.unresolved));return B(U,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:B(Aa,{count:z(t),words:e.looseEnds,address:j(`unresolved`)})}),B(V,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?B(H,{id:e,name:t,href:j(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>B(`span`,{class:`small`,children:e})}]})]})})}var Ha=2;function Ua(e){return Math.max(Ha,...e.map(e=>(e?.split(`.`)[1]??``).replace(/0+$/,``).length))}function W({amount:e,places:t=Ua([e]),signed:n=!1}){if(e==null)return B(`span`,{class:`muted`,children:I.unknown});let r=Sr(e,t),[i=`0`,a=``]=r.replace(/^-/,``).split(`.`),o=r.startsWith(`-`),s=/^0*$/.test(i+a);return B(`data`,{class:`amount ${s?`is-zero`:``}`,value:e,title:e,children:[s?``:o?`−`:n?`+`:``,Cr(`${i}.${a.slice(0,Ha)}`),B(`span`,{class:`amount-rest`,children:a.slice(Ha)})]})}var Wa=e=>/^[A-Z][A-Za-z]+:/.test(e),Ga=e=>e.startsWith(`~`),Ka=e=>I.cost.nameless[e]??I.cost.ownerStates[e]??e,qa=e=>Wa(e)?li(e):Ka(e);function Ja({value:e,address:t}){if(Wa(e))return t===void 0?B(H,{id:e,plain:!0}):B(H,{id:e,href:t});let n=B(`span`,{class:Ga(e)?`key-nameless`:``,children:Ka(e)});return t===void 0?n:B(`a`,{href:t,children:n})}var Ya=[`time`,`forecast`,`anomalies`,`difference`,`bill`],Xa=[`day`,`week`,`month`],Za=[`team`,`identity`,`department`,`cost_center`,`application`,`workspace`,`account`,`credential`,`provider`,`model`,`mcp_server`,`data_source`,`owner_state`,`day`,`week`,`month`],Qa=`~hidden`,$a=Xa,eo=[`EVEN`,`NONE`,`USAGE`],to=3,no=62,ro=e=>$a.includes(e),io=e=>Za.includes(e),ao=e=>/^\d{4}-\d\d-\d\d$/.test(e??``)&&!Number.isNaN(Date.parse(e)),oo=e=>/^\d{4}-(0[1-9]|1[0-2])$/.test(e??``),so=(e,t)=>Math.round((Date.parse(t)-Date.parse(e))/Dr)+1,co=(e,t)=>Nr(new Date(Date.parse(e)+t*Dr)),lo=e=>Nr(new Date(Date.parse(`${e}-01`)-Dr)).slice(0,7),uo=e=>{let[t,n]=e.split(`-`).map(Number);return Nr(new Date(Date.UTC(t,n,0)))};function fo(e){let[t=``,n=``]=e.split(/=(.*)/s);return io(t)&&n&&n!==`~hidden`?{dimension:t,value:n}:null}var po=({dimension:e,value:t})=>`${e}=${t}`,mo=(e,t)=>uo(e)<t?e:lo(e);function ho(e,t){let n=Nr(jr(t));return e.show===`forecast`?{...e,from:`${n.slice(0,7)}-01`,to:n,step:`day`}:e.show===`difference`?{...e,from:`${e.month}-01`,to:uo(e.month)}:e}function go(e){let t=e.by.filter(e=>!ro(e));return t.length?t:[`team`]}function _o(e,t){let n=so(e,t);return n<=no?`day`:n<=434?`week`:`month`}function vo(e,t){let n=t=>e[t]?.[0],r=Nr(Mr(jr(t),1)),i=ao(n(`to`))?n(`to`):r,a=ao(n(`from`))?n(`from`):co(i,-29),o=[...new Set((e.by??[]).flatMap(e=>e.split(`,`)).filter(io))].slice(0,to),s=Xa.find(e=>e===n(`step`))??_o(a,i),c=oo(n(`month`))?n(`month`):mo(i.slice(0,7),Nr(jr(t)));return{by:o.length?o:[`team`],from:a,to:i,step:s,filters:(e.filter??[]).map(fo).filter(e=>e!==null),show:Ya.find(e=>e===n(`show`))??`time`,currency:/^[A-Z]{3}$/.test(n(`currency`)??``)?n(`currency`):null,owners:eo.includes(n(`owners`)??``)?n(`owners`):null,at:n(`at`)??null,month:c,compare:oo(n(`compare`))?n(`compare`):lo(c)}}function yo(e){return[...new Set(e.map(({dimension:e})=>e))].map(t=>({dimension:t,values:e.filter(e=>e.dimension===t).map(({value:e})=>e)}))}function bo(e,t){return{...t?{asOf:t}:{},...e.currency?{currency:e.currency}:{},...e.owners?{owners:e.owners}:{},...e.filters.length?{filters:yo(e.filters)}:{}}}var xo={team:[`identity`,`model`],department:[`team`,`identity`,`model`],cost_center:[`team`,`identity`,`model`],identity:[`model`,`application`],account:[`model`],credential:[`model`],application:[`model`,`identity`],workspace:[`identity`,`model`],provider:[`model`,`team`],model:[`identity`,`team`],mcp_server:[`data_source`,`identity`],data_source:[`mcp_server`,`identity`],owner_state:[`account`,`identity`]},So=[`day`,`account`,`model`];function Co(e,t){if(e.join()===So.join())return null;let n=new Set([...e,...t.map(({dimension:e})=>e)]),r=(xo[e[0]]??[]).find(e=>!n.has(e));return r?[r]:So}function wo(e,t){let n=Co(e.by,e.filters);if(n===null||[...t.values()].includes(`~hidden`))return null;let{from:r,to:i}=e,a=e.filters.filter(({dimension:e})=>!t.has(e));for(let[e,n]of t)ro(e)?[r,i]=To(e,n,r,i):a.push({dimension:e,value:n});return{by:n,from:r,to:i,filter:a.map(po)}}function To(e,t,n,r){let[i,a]=Eo(e,t);return[i<n?n:i,a>r?r:a]}function Eo(e,t){if(e===`day`)return[t,t];if(e===`month`)return[`${t}-01`,uo(t)];let[n,r]=t.split(`-W`).map(Number),i=Date.UTC(n,0,4),a=i-(new Date(i).getUTCDay()+6)%7*Dr+(r-1)*7*Dr;return[Nr(new Date(a)),Nr(new Date(a+6*Dr))]}function Do(e,t){if(e===`day`)return t;if(e===`month`)return t.slice(0,7);let n=Date.parse(t),r=new Date(n+(3-(new Date(n).getUTCDay()+6)%7)*Dr),i=r.getUTCFullYear(),a=Math.floor((r.getTime()-Date.UTC(i,0,1))/(7*Dr))+1;return`${i}-W${String(a).padStart(2,`0`)}`}function Oo(e,t,n){let r=[];for(let i=t;i<=n;i=co(i,1)){let t=Do(e,i);r.at(-1)!==t&&r.push(t)}return r}var G=I.cost,ko=30,Ao=90;function jo(){let e=Nr(jr(A.value)),t=Nr(Mr(jr(A.value),1)),[n,r]=[e.slice(0,7),lo(e.slice(0,7))];return[{label:G.days(z(ko)),from:co(t,-29),to:t},{label:G.days(z(Ao)),from:co(t,-89),to:t},{label:G.thisMonth,from:`${n}-01`,to:e},{label:G.lastMonth,from:`${r}-01`,to:uo(r)}]}function Mo({state:e}){let{from:t,to:n}=e,r=e.show!==`forecast`&&e.show!==`difference`,i=r=>B(`label`,{class:`choice`,children:[B(`span`,{children:G[r]}),B(`input`,{type:`date`,value:e[r],onChange:({currentTarget:{value:e}})=>{e&&M(r===`from`?{from:e,to:e>n?e:n,at:void 0}:{from:e<t?e:t,to:e,at:void 0})}})]});return B(S,{children:[B(`form`,{class:`filters cost-controls`,"aria-label":G.controls,onSubmit:e=>e.preventDefault(),children:[B(Fo,{state:e}),r&&B(S,{children:[i(`from`),i(`to`),B(`span`,{class:`presets`,role:`group`,"aria-label":G.window,children:jo().map(e=>B(`button`,{type:`button`,"aria-pressed":e.from===t&&e.to===n,onClick:()=>M({from:e.from,to:e.to,step:void 0,at:void 0}),children:e.label},e.label))})]}),B(`label`,{class:`choice`,children:[B(`span`,{children:G.owners}),B(`select`,{value:e.owners??`EVEN`,onChange:({currentTarget:{value:e}})=>M({owners:e===`EVEN`?void 0:e}),children:Object.entries(G.ownerRules).map(([e,t])=>B(`option`,{value:e,children:t},e))})]})]}),(e.filters.length>0||e.currency)&&B(Lo,{state:e}),B(`nav`,{class:`tabs`,hidden:Ya.length<2,"aria-label":G.parts,children:Ya.map(t=>B(`a`,{href:Po(e,t),"aria-current":e.show===t?`page`:void 0,children:G.shows[t]},t))})]})}var No=e=>({by:e.by,from:e.from,to:e.to,filter:e.filters.map(po),show:e.show===`time`?void 0:e.show,currency:e.currency??void 0,owners:e.owners??void 0}),Po=(e,t)=>j(`cost`,{...No(e),show:t===`time`?void 0:t});function Fo({state:e}){let[t,...n]=e.by;return B(`label`,{class:`choice`,children:[B(`span`,{children:G.by}),B(`select`,{value:t,onChange:({currentTarget:{value:e}})=>M({by:e,at:void 0}),children:Za.map(e=>B(`option`,{value:e,children:[G.dimensions[e],e===t&&n.length>0?` · ${n.map(e=>G.dimensions[e]).join(` · `)}`:``]},e))})]})}var Io=({state:e})=>B(`span`,{class:`presets`,role:`group`,"aria-label":G.step,children:Xa.map(t=>B(`button`,{type:`button`,class:`quiet`,"aria-pressed":e.step===t,onClick:()=>M({step:t,at:void 0}),children:G.steps[t]},t))});function Lo({state:e}){return B(`ul`,{class:`filter-chips`,"aria-label":G.only,children:[e.filters.map(t=>B(`li`,{children:[B(`span`,{class:`muted`,children:G.dimensions[t.dimension]}),` `,B(Ja,{value:t.value}),B(`button`,{type:`button`,class:`quiet`,"aria-label":G.without(qa(t.value)),title:G.without(qa(t.value)),onClick:()=>M({filter:e.filters.filter(e=>e!==t).map(po),at:void 0}),children:B(`span`,{"aria-hidden":`true`,children:`×`})})]},po(t))),e.currency&&B(`li`,{children:[B(`span`,{class:`muted`,children:G.currency}),` `,e.currency,B(`button`,{type:`button`,class:`quiet`,"aria-label":G.without(e.currency),onClick:()=>M({currency:void 0}),children:B(`span`,{"aria-hidden":`true`,children:`×`})})]})]})}var Ro=I.cost,zo=200;function Bo(e){let t={by:[...go(e)],from:e.from,to:e.to,...bo(e,A.value)};return P(Kn,e.show===`anomalies`||!e.by.every(ro)?{input:t,first:zo}:null,e=>N(e.anomalies))}function Vo({key:e}){let t=t=>e.find(e=>e.key===t)?.value??``,n=[`account`,`credential`,`application`].map(t).find(e=>e&&!Ga(e))??t(`account`);return n===t(`model`)?[n]:[n,t(`model`)]}function Ho({drivers:e}){return B(`ul`,{class:`drivers`,children:e.map((e,t)=>B(`li`,{children:[Vo(e).map((e,t)=>B(`span`,{children:[t>0&&` ${Ro.withModel} `,B(Ja,{value:e})]},e)),`: `,B(W,{amount:e.cost.amount}),` `,B(`span`,{class:`muted`,children:Ro.usually}),` `,B(W,{amount:e.usual.amount,places:2})]},t))})}function Uo({state:e}){let t=Bo(e),n=go(e),r=({day:t})=>e.at!==null&&Do(e.step,t)===e.at,i=[{key:`day`,title:Ro.dimensions.day,cell:({day:t})=>B(`a`,{href:j(`cost`,{...No(e),at:Do(e.step,t)}),class:`nowrap`,children:t}),sort:({day:e})=>e},...n.map(t=>{let r=({key:e})=>e.find(e=>e.key===t)?.value??``;return{key:t,title:Ro.dimensions[t],cell:i=>B(S,{children:[B(Ja,{value:r(i),address:Wo(e,i)}),t===n.at(-1)&&B(`div`,{class:`narrow`,children:B(Ho,{drivers:i.drivers.slice(0,1)})})]}),sort:r}}),{key:`cost`,title:Ro.amounts.cost,cell:({cost:e})=>B(W,{amount:e.amount}),sort:({cost:e})=>Number(R(e.amount)),align:`end`},{key:`expected`,title:Ro.expected,cell:({expected:e})=>B(W,{amount:e.amount,places:2}),sort:({expected:e})=>Number(R(e.amount)),align:`end`,wide:!0},{key:`high`,title:Ro.ordinaryUpTo,cell:({high:e})=>B(W,{amount:e.amount,places:2}),align:`end`,wide:!0},{key:`drivers`,title:Ro.drivers,cell:({drivers:e})=>B(Ho,{drivers:e}),wide:!0}];return B(U,{title:Ro.shows.anomalies,lead:t.data?Ro.judged(z(t.data.judged),t.data.method):void 0,answer:t,exportName:`cost-anomalies`,summary:({rows:e})=>Ro.anomaliesOf(z(e.totalCount)),exportTable:({rows:e})=>({columns:[`day`,...n,`cost`,`expected`,`low`,`high`,`currency`],rows:e.nodes.map(({day:e,key:t,cost:r,expected:i,low:a,high:o})=>[e,...n.map(e=>t.find(t=>t.key===e)?.value),r.amount,i.amount,a.amount,o.amount,r.currency])}),children:({rows:e})=>B(V,{caption:Ro.shows.anomalies,rows:e.nodes,total:e.totalCount,rowKey:({day:e,key:t})=>[e,...t.map(({value:e})=>e)].join(` `),columns:i,rowClass:e=>r(e)?`is-chosen`:``,empty:Ro.noAnomalies})})}function Wo(e,{key:t,day:n}){let r=wo({...e,by:go(e),from:n,to:n},new Map(t.map(({key:e,value:t})=>[e,t])));return r?j(`cost`,{...No(e),show:void 0,...r}):void 0}var K=I.cost,Go=200;function Ko({state:e}){let t=P(Xn,{input:{by:[`application`],from:e.from,to:e.to,...bo(e,A.value)},first:Go},e=>N(e.costAttribution));return B(S,{children:[B(U,{title:K.varianceTitle,lead:K.varianceLead,answer:t,exportName:`cost-variance`,exportTable:({variance:e})=>({columns:[`application`,`from`,`to`,`billed`,`usage`,`variance`,`in_window`,`currency`,`causes`],rows:e.map(e=>[e.application,e.from,e.to,e.billed.amount,e.usage.amount,e.variance.amount,e.inWindow.amount,e.billed.currency,e.causes.map(({code:e})=>e).join(` `)])}),children:({variance:t})=>B(Jo,{state:e,periods:t})}),B(U,{title:K.restatedTitle,lead:K.restatedLead,answer:t,exportName:`cost-restated`,exportTable:({restated:e})=>({columns:[`kind`,`application`,`category`,`from`,`to`,`source`,`run`,`at`,`why`,`before`,`after`,`currency`,`requests_before`,`requests_after`,`tokens_before`,`tokens_after`],rows:e.nodes.map(e=>[e.kind,e.application,e.category,e.from,e.to,e.source,e.run,e.at,e.why,e.before?.amount,e.after?.amount,(e.after??e.before)?.currency,e.requestsBefore,e.requestsAfter,e.tokensBefore,e.tokensAfter])}),children:({restated:e})=>B(V,{caption:K.restatedTitle,rows:e.nodes,total:e.totalCount,rowKey:({kind:e,application:t,category:n,from:r,to:i,source:a,run:o,basis:s})=>[e,t,n,r,i,a,o,s].join(` `),columns:Yo,empty:K.noRestated})}),B(U,{title:K.overlapsTitle,lead:K.overlapsLead,answer:t,exportName:`cost-overlaps`,children:({overlaps:e})=>B(V,{caption:K.overlapsTitle,rows:e,rowKey:({kind:e,application:t,category:n,firstDay:r,source:i})=>[e,t,n,r,i].join(` `),columns:Xo,empty:K.noOverlaps})}),B(U,{title:K.pricedTitle,lead:K.pricedLead,answer:t,exportName:`cost-priced`,children:({priced:e})=>B(V,{caption:K.pricedTitle,rows:e,rowKey:({source:e})=>e,columns:Zo,empty:K.noPriced})})]})}var qo=(e,t)=>e===t?e:K.daysOf(e,t);function Jo({state:e,periods:t}){let n=e=>{let n=Ua(t.map(t=>t[e].amount));return{key:e,title:K.varianceAmounts[e],cell:t=>B(W,{amount:t[e].amount,places:n,signed:e===`variance`||e===`inWindow`}),sort:t=>Number(R(t[e].amount)),align:`end`,wide:e!==`inWindow`}},r=e.filters.filter(({dimension:e})=>e!==`application`).map(po),i=[{key:`application`,title:K.dimensions.application,cell:({application:t,from:n,to:i,causes:a})=>B(S,{children:[B(H,{id:t,href:j(`cost`,{...No(e),show:void 0,by:`model`,from:n,to:i,filter:[...r,`application=${t}`]})}),B(`span`,{class:`narrow small muted`,children:[qo(n,i),` · `,a.map(({code:e})=>e).join(`, `)]})]}),sort:({application:e})=>e},{key:`period`,title:K.period,cell:({from:e,to:t})=>B(`span`,{class:`nowrap`,children:qo(e,t)}),sort:({from:e})=>e,wide:!0},n(`billed`),n(`usage`),n(`variance`),n(`inWindow`),{key:`causes`,title:K.causes,cell:({causes:e})=>B(`ul`,{class:`drivers`,children:e.map(({code:e,detail:t,amount:n,count:r})=>B(`li`,{children:[B(`code`,{children:e}),` `,t,n&&B(S,{children:[` `,B(W,{amount:n.amount})]}),r!=null&&B(`span`,{class:`muted`,children:[` (`,z(r),`)`]})]},e))}),wide:!0}],a=xr(t.reduce((e,t)=>e+R(t.inWindow.amount),0n));return B(V,{caption:K.varianceTitle,rows:t,rowKey:({application:e,from:t,to:n})=>`${e} ${t} ${n}`,columns:i,empty:K.noVariance,footer:{application:K.varianceSum,inWindow:B(W,{amount:a,signed:!0})}})}var Yo=[{key:`from`,title:K.period,cell:({from:e,to:t})=>B(`span`,{class:`nowrap`,children:qo(e,t)}),sort:({from:e})=>e},{key:`kind`,title:K.figure,cell:({kind:e,category:t})=>e===t?e:`${e}, ${t}`,sort:({kind:e})=>e},{key:`application`,title:K.dimensions.application,cell:({application:e})=>e?B(H,{id:e}):I.unknown,wide:!0},{key:`why`,title:K.why,cell:({why:e})=>K.restatedWhy[e]??e,sort:({why:e})=>e,wide:!0},{key:`before`,title:K.beforeAmount,cell:({before:e})=>B(W,{amount:e?.amount}),align:`end`},{key:`after`,title:K.afterAmount,cell:({after:e})=>B(W,{amount:e?.amount}),align:`end`},{key:`requests`,title:K.requests,cell:({requestsBefore:e,requestsAfter:t})=>`${z(e)} → ${z(t)}`,align:`end`,wide:!0},{key:`source`,title:K.source,cell:({source:e,run:t})=>`${e}${t===null?``:`, ${K.run(String(t))}`}`,sort:({source:e})=>e,wide:!0},{key:`at`,title:K.at,cell:({at:e})=>Or(e),sort:({at:e})=>e,wide:!0}],Xo=[{key:`application`,title:K.dimensions.application,cell:({application:e})=>B(H,{id:e}),sort:({application:e})=>e},{key:`category`,title:K.figure,cell:({kind:e,category:t})=>e===t?e:`${e}, ${t}`,wide:!0},{key:`days`,title:K.period,cell:({firstDay:e,lastDay:t})=>B(`span`,{class:`nowrap`,children:qo(e,t)}),sort:({firstDay:e})=>e,wide:!0},{key:`source`,title:K.leftOutSource,cell:({source:e})=>e,sort:({source:e})=>e},{key:`counted`,title:K.countedSource,cell:({counted:e})=>e,sort:({counted:e})=>e},{key:`cost`,title:K.amounts.cost,cell:({cost:e})=>B(W,{amount:e.amount}),sort:({cost:e})=>Number(R(e.amount)),align:`end`}],Zo=[{key:`source`,title:K.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`counts`,title:K.counts,cell:({counts:e})=>K.countsRules[e]??e},{key:`cost`,title:K.inLedger,cell:({cost:e})=>B(W,{amount:e.amount}),align:`end`},{key:`estimate`,title:K.beside,cell:({estimate:e})=>B(W,{amount:e.amount}),align:`end`}],Qo=e=>e.reduce((e,t)=>e+t,0n);function $o(e,t,n,r){let i=new Map(t.map((e,t)=>[e,t])),a=t.map(()=>0n),o=e.key.find(({key:e})=>e===n)?.value??[];return e.cost.forEach((e,t)=>{let n=i.get(o[t]??``);n!==void 0&&e!==null&&r(t)&&(a[n]=a[n]+R(e))}),a}function es(e,t,n,r,i,a){let o=$o(t,a,i,()=>!0),s=e?.key.find(({key:e})=>e===n)?.value??[],c=e===null||ro(n)?[]:r.map(t=>{let n=$o(e,a,i,e=>s[e]===t);return{key:t,nano:n,total:Qo(n)}}),l=o.map((e,t)=>e-Qo(c.map(({nano:e})=>e[t]))),u=l.some(e=>e!==0n)?[{key:null,nano:l,total:Qo(l)}]:[];return{periods:a,series:[...c,...u],totals:o}}function ts({periods:e,series:t}){let[n,r]=[0n,0n];return e.forEach((e,i)=>{let a=t.map(({nano:e})=>e[i]),[o,s]=[Qo(a.filter(e=>e<0n)),Qo(a.filter(e=>e>0n))];o<n&&(n=o),s>r&&(r=s)}),[n,r]}function ns(e,t,n=4){let r=t-e;if(r<=0n)return[0n];let i=r/BigInt(n)||1n,a=10n**BigInt(i.toString().length-1),o=[1n,2n,5n,10n].map(e=>e*a).find(e=>e>=i),s=[];for(let n=-((-e+o-1n)/o)*o;n<=t+o-1n;n+=o)s.push(n);return s}var rs=(e,t,n)=>n===t?0:Number((e-t)*1000000n/(n-t))/1e6,q=I.cost,is=200,as=[`people`,`volume`,`price`,`mix`,`unmeasured`,`charges`],os=[`people`,`volume`,`price`,`mix`,`unmeasured`],ss=1e3;function cs({state:e}){let t=go(e),[n,r]=Cn(Yn,{input:{by:[...t],from:e.from,to:e.to,compare:e.compare,...bo(e,A.value)},first:is,after:null},e=>N(e.costAttribution),e=>e.drivers),i=q.differenceTitle(e.compare,e.month);return B(S,{children:[B(us,{state:e}),B(U,{title:i,lead:q.differenceLead,answer:n,exportName:`cost-difference`,exportTable:({difference:e})=>({columns:[`part`,`amount`,`currency`],rows:e?ds(e).map(({name:t,nano:n})=>[t,xr(n),e.after.currency]):[]}),children:({difference:e})=>e&&B(fs,{difference:e})}),B(U,{title:q.differenceRows(t.map(e=>q.dimensions[e]).join(` · `)),lead:q.differenceRowsLead,answer:n,exportName:`cost-difference-rows`,exportTable:()=>({columns:[...t,`before`,`after`,`difference`,...os,`currency`],rows:r.rows.map(e=>[...t.map(t=>ls(e,t)),e.before.amount,e.after.amount,e.difference.amount,...os.map(t=>e[t].amount),e.after.currency])}),children:({drivers:n})=>B(V,{caption:q.differenceRows(t.map(e=>q.dimensions[e]).join(` · `)),rows:r.rows,total:n.totalCount,hasMore:r.hasMore,isLoading:r.isLoading,onMore:r.more,rowKey:({key:e})=>e.map(({value:e})=>e).join(` `),columns:ms(e,t,r.rows),empty:q.noRows,...r.hasMore?{}:{footer:hs(t[0],r.rows)}})})]})}var ls=({key:e},t)=>e.find(e=>e.key===t)?.value??``;function us({state:e}){let t=(t,n)=>B(`label`,{class:`choice`,children:[B(`span`,{children:n}),B(`input`,{type:`month`,value:e[t],onChange:({currentTarget:{value:n}})=>n&&M({month:e.month,compare:e.compare,[t]:n})})]});return B(`form`,{class:`filters months`,"aria-label":q.months,onSubmit:e=>e.preventDefault(),children:[t(`compare`,q.before),t(`month`,q.after)]})}function ds({before:e,after:t,parts:n}){let r=new Map(n.map(({key:e,value:t})=>[e,R(t.amount)])),i=[...as.filter(e=>r.has(e)),...[...r.keys()].filter(e=>!as.includes(e))],a=R(e.amount),o=i.map(e=>{let[t,n]=[r.get(e),a];return a+=t,{name:e,nano:t,from:n,to:a,isSum:!1}}),s=(e,t)=>({name:e,nano:t,from:0n,to:t,isSum:!0});return[s(`before`,R(e.amount)),...o,s(`after`,R(t.amount))]}function fs({difference:e}){let t=ds(e),n=t.flatMap(({from:e,to:t})=>[e,t]),[r,i]=[n.reduce((e,t)=>t<e?t:e),n.reduce((e,t)=>t>e?t:e)],a=Ua([...t.map(({nano:e})=>xr(e)),e.difference.amount]),o=t.at(-2).to===t.at(-1).to,s={before:q.daysOf(e.from,e.to),after:``};return B(S,{children:[B(`div`,{class:`table-box`,children:B(`table`,{class:`data-table steps`,children:[B(`caption`,{class:`visually-hidden`,children:q.shows.difference}),B(`thead`,{children:B(`tr`,{children:[B(`th`,{scope:`col`,children:q.part}),B(`th`,{scope:`col`,class:`wide`}),B(`th`,{scope:`col`,class:`end`,children:e.after.currency})]})}),B(`tbody`,{children:t.map(({name:e,nano:t,from:n,to:o,isSum:c})=>B(`tr`,{"data-part":e,class:c?`is-sum`:``,children:[B(`th`,{scope:`row`,children:[q.differenceParts[e]??e,B(`span`,{class:`muted small step-why`,children:s[e]??q.differenceWhy[e]})]}),B(`td`,{class:`wide step-bar`,children:B(`svg`,{viewBox:`0 0 ${ss} 16`,preserveAspectRatio:`none`,height:`16`,"aria-hidden":`true`,children:t!==0n&&B(`rect`,{class:c?`chart-series-1`:t<0n?`step-less`:`step-more`,x:Math.min(rs(n,r,i),rs(o,r,i))*ss,width:Math.max(2,Math.abs(rs(o,r,i)-rs(n,r,i))*ss),height:`16`})})}),B(`td`,{class:`end`,children:B(W,{amount:xr(t),places:a,signed:!c})})]},e))}),B(`tfoot`,{children:B(`tr`,{"data-part":`difference`,children:[B(`th`,{scope:`row`,children:q.differenceSum}),B(`td`,{class:`wide`}),B(`td`,{class:`end`,children:B(W,{amount:e.difference.amount,places:a,signed:!0})})]})})]})}),B(`p`,{class:o?`sheet-proof`:`problem`,role:o?void 0:`alert`,children:o?q.differenceAddsUp:q.addsUpNot(xr(t.at(-1).to-t.at(-2).to))})]})}var ps=(e,t)=>xr(e.reduce((e,n)=>e+R(n[t].amount),0n));function ms(e,t,n){let r=e=>{let t=Ua([...n.map(t=>t[e].amount),ps(n,e)]);return{key:e,title:q.differenceParts[e],cell:n=>B(W,{amount:n[e].amount,places:t,signed:e!==`before`&&e!==`after`}),sort:t=>Number(R(t[e].amount)),align:`end`,wide:e!==`difference`}};return[...t.map(t=>({key:t,title:q.dimensions[t],cell:n=>{let r=wo({...e,by:go(e)},new Map(n.key.map(({key:e,value:t})=>[e,t])));return B(Ja,{value:ls(n,t),address:r?j(`cost`,{...No(e),show:void 0,...r}):void 0})},sort:e=>ls(e,t)})),r(`before`),r(`after`),r(`difference`),...os.filter(e=>e!==`unmeasured`||n.some(e=>R(e.unmeasured.amount)!==0n)).map(r)]}function hs(e,t){let n=e=>B(W,{amount:ps(t,e),places:Ua([...t.map(t=>t[e].amount),ps(t,e)]),signed:e!==`before`&&e!==`after`});return Object.fromEntries([[e,q.sumOfRows],...[`before`,`after`,`difference`,...os].map(e=>[e,n(e)])])}var gs=`http://www.w3.org/2000/svg`,_s=24,vs=16,ys=2,bs=16e3;function xs(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*vs],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,gs),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-_s,r.y-_s,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(ws(`style`,Cs()),ws(`metadata`,t.join(`
`)),Ts(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>Es(e,r.x,r.y+r.height+_s+(t+.5)*vs))),new XMLSerializer().serializeToString(o)}async function Ss(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(ys,bs/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function Cs(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels|chart)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function ws(e,t){let n=document.createElementNS(gs,e);return n.textContent=t,n}function Ts(e,t,n){let r=ws(`rect`,``),i={x:e.x-_s,y:e.y-_s,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function Es(e,t,n){let r=ws(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}var Ds=`fold:`;function Os(e,t){let n=ks(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=As(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=Ms(e.edges,r),o=new Map(e.edges.map(e=>[e.key,js(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>Ui(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function ks(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(Ui)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>Ui(e.id,t.id)))}function As(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:Zi(Yi,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:Zi(Xi,e.sensitivity,t.sensitivity),exercised:Ji(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:Ds+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function js(e,t){return Wi({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function Ms(e,t){let n=new Map;for(let r of e){let e=js(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:Zi(Yi,i.permission,r.permission),exercised:Ji(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>Ui(e.key,t.key))}var Ns={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},Ps={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},Fs=52,Is=76,Ls=16,Rs=8,zs=4,Bs=60,Vs=400;function Hs(e){return`${e.source}\t${e.target}`}var Us=`\0`;function Ws(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=Hs(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${Us}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(Hs(n),n)})}return a.length>Vs?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function Gs(e,t,n={}){let r=Ws(e,t),i=Ks(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>Js(e,a));for(let e=0;e<Rs;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,Xs(o[e]??[],t?i.before:i.after,a))}return Qs(i,o,n.pinned??new Map,r.bendsOf)}function Ks(e,t){let n=[...e].sort((e,t)=>Ui(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function qs(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function Js(e,t){return qs(e,t),e}function Ys(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function Xs(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?Ys(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return qs(i,n),i}function Zs(e){return Math.max(Bs,Math.ceil(Math.sqrt(e*3)))}function Qs(e,t,n,r){let i=Zs(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*Fs});let u=r*204-Ls;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(Us)).length}),c+=u+Is}),$s(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of tc(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:nc(l)}}function $s(e,t,n){for(let r=0;r<zs;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())ec(e.map(e=>{let t=a[e]??[];return t.length>0?Ys(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function ec(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*Fs,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*Fs)}function tc(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<Fs&&(s=Math.ceil(e.y+Fs));return i.set(a,s+Fs),[e,{x:a,y:s}]})}function nc(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var rc=18.5,ic=15.5,ac=24,oc=16,sc=250,cc=e=>`translate(${e.x-94} ${e.y-20})`,lc=/[ijlrtfI.,:;'|!()[\]/ -]/,uc=/[A-HJ-Zmw@%…]/,dc=e=>e.reduce((e,t)=>e+(lc.test(t)?.62:uc.test(t)?1.3:1),0);function fc(e,t){let n=[...e];if(dc(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(dc([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function pc({layout:e,words:t}){let n=e.bounds.top-26;return B(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>B(`g`,{children:[B(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),B(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function mc({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>sc;return B(`g`,{class:e.edges.length<=oc?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=gc(a,o,t.bends.get(Hs(e))??[]);return B(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&B(`path`,{class:`edge-area`,d:l.path}),B(`path`,{class:`edge-line`,d:l.path}),!i&&B(`path`,{class:`edge-head`,d:l.head}),!i&&B(`path`,{class:`edge-cut`,d:hc(l.middle,5)}),!i&&B(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}var hc=({x:e,y:t},n)=>`M${e-n} ${t-n}l${2*n} ${2*n}M${e+n} ${t-n}l${-2*n} ${2*n}`;function gc(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function _c({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>sc;return B(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&B(bc,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var vc=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,yc=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function bc({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:Ns[e.permission]??0,s=e.sensitivity===null?void 0:Ps[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return B(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:cc(t),children:[!r&&B(`title`,{children:a}),e.role===`fold`&&B(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),B(`rect`,{class:`node-card`,width:188,height:40,rx:9}),B(`path`,{class:`node-side`,d:vc}),B(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:gi(e.kind)}),B(`text`,{class:`node-name`,x:42,y:17,children:fc(c,s===void 0?rc:ic)}),B(`text`,{class:`node-words`,x:42,y:31,children:fc(n.subtitle(e),ac)}),o>0&&B(`path`,{class:`node-bars`,d:yc.slice(o).join(``)}),o>0&&B(`path`,{class:`node-bars is-full`,d:yc.slice(0,o).join(``)}),s!==void 0&&B(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),!r&&B(`path`,{class:`node-cut`,d:hc({x:17,y:20},9)}),i&&B(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function xc(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||Ui(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||Ui(t,n))[0]??null}}var Sc=.04,Cc=3,wc=28,Tc=.55;function Ec(e,t){let[n,r]=[e.right-e.left,e.bottom-e.top],i={width:t.width-56,height:t.height-56},a=Mc(Math.min(1.1,i.width/Math.max(1,n),i.height/Math.max(1,r)));return{scale:a,x:t.width/2-a*(e.left+e.right)/2,y:t.height/2-a*(e.top+e.bottom)/2}}function Dc(e,t,n,r){let i=Ec(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001;return{scale:a,x:(e.right-e.left)*a<=t.width-56?t.width/2-a*(e.left+e.right)/2:r?t.width-wc-e.right*a:wc-e.left*a,y:t.height/2-n.y*a}}function Oc(e,t,n){let r=Mc(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function kc(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function Ac(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return kc(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function jc(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function Mc(e){return Math.min(Cc,Math.max(Sc,e))}var Nc={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},Pc=4,Fc=.0016,Ic=1.25;function Lc(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=Wc(a,e),l=O(()=>xc(t,n),[t,n]),u=O(()=>[B(pc,{layout:n,words:r}),B(mc,{graph:t,layout:n,words:r}),B(_c,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);Hc(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),Vc(a.current,e)?.focus({preventScroll:!0})},[n,c]);return B(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.9+120)}px`},children:[B(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=Nc[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!Rc(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>Bc(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:B(`g`,{class:`picture-world`,children:u})}),B(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[B(`button`,{type:`button`,onClick:()=>c.zoom(Ic),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),B(`button`,{type:`button`,onClick:()=>c.zoom(1/Ic),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),B(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function Rc(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(Ic);else if(e===`-`)r.zoom(1/Ic);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(zc(a,s.id,n.selected));else return!1;return!0}function zc(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function Bc(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function Vc(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function Hc(e,t,n,r){let{graph:i,selected:a,route:o,marks:s,words:c}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),l=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),u=new Set(i.nodes.filter(({id:e,members:t})=>s!==null&&(t.length>0?t:[e]).every(e=>s.gone.has(e))).map(({id:e})=>e)),d=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===d?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,l!==null&&!l.has(t)),Uc(e,c,s?.cut.has(t)??!1,u.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t));let n=[e.dataset.source??``,e.dataset.target??``];Uc(e,c,s?.cut.has(t)??!1,(s?.gone.has(t)??!1)||n.some(e=>u.has(e)))}},[i,a,o,s,n,r])}function Uc(e,t,n,r){e.classList.toggle(`is-cut`,n),e.classList.toggle(`is-gone`,r);let i=[n?t.cut:``,r?t.gone:``].filter(Boolean).join(`, `);i?e.setAttribute(`aria-description`,i):e.removeAttribute(`aria-description`)}function Wc(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<Tc)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<Pc)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(kc(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=jc(n.current,s(t));a.id!==null&&Vc(e.current,a.id)?.setAttribute(`transform`,cc(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,jc(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(kc(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(Oc(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(Ec(a.current.layout.bounds,t())),reveal:e=>o(Ac(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(Dc(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(Oc(n.current,Math.exp(-e.deltaY*Fc),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var Gc=[`YES`,`NO`,`UNKNOWN`];function Kc(){return B(`details`,{class:`picture-legend`,children:[B(`summary`,{children:I.picture.legend}),B(`ul`,{children:[Gc.map(e=>B(`li`,{children:[B(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:B(`g`,{class:`edge use-${e.toLowerCase()}`,children:[B(`path`,{class:`edge-line`,d:`M2 5H28`}),B(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),I.uses[e]]},e)),[...Xi].reverse().map(e=>B(`li`,{children:[B(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:B(`path`,{class:`node-sensitivity is-${e}`,d:Ps[e]})}),I.sensitivities[e]]},e))]}),B(`p`,{class:`muted small`,children:I.picture.keys})]})}var qc=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Jc=function(e,t){return new URL(e,t).href},Yc={},Xc=function(e){return e.pathname.endsWith(`.css`)},Zc=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Qc=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Jc(t,n);let r=s(t),i=Xc(r);return Zc(Yc,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:qc,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},$c=1200,el=new Map;function tl(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:el}),s=a.of===e.subject?a.at:el,[c,l]=[ln(`open`),ln(`hide`)],u=JSON.stringify([c,l]),d=O(()=>aa(e.graph,new Set(l)),[e.graph,u]),f=e.marks??null,p=[...f?.cut??[]].flatMap(e=>e.split(`	`)).join(`
`),m=O(()=>Os(d,{expanded:new Set(c),separate:new Set([...s.keys(),...p.split(`
`)])}),[d,s,u,p]),h=O(()=>nl(m,s),[m,s]),g=e.focused===null?null:m.routes.get(e.focused)??null,_={select:e.onSelect,focus:t=>e.onFocus(t===null||!m.routes.has(t)?null:t),expand:e=>M({open:[...c,e.slice(Ds.length)]}),hide:e=>M({hide:[...l,...sl(m,e)]}),open:e=>sn(Si(e).view,{[Si(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:cl(s,t,n)})},v=m.nodes.length+m.edges.length,y={graph:m,layout:h,words:t,label:I.picture.label(e.title,z(m.nodes.length),z(m.edges.length)),selected:ol(m,e.selected),route:g,pinned:s,marks:f,actions:_,subject:e.subject,direction:n},{Large:b,isAwaited:x}=il(v>$c),ee=t=>{let n=i.current?.querySelector(`svg.picture`);n&&ll(n,t,e.exportName,e.title,r)};return B(`div`,{class:`picture-box`,ref:i,children:[B(`div`,{class:`picture-tools`,children:[g!==null&&B(rl,{onClick:()=>e.onFocus(null),children:I.picture.showAll}),c.length>0&&B(rl,{onClick:()=>M({open:[]}),children:I.picture.showFolded}),l.length>0&&B(rl,{onClick:()=>M({hide:[]}),children:I.picture.showHidden(z(l.length))}),s.size>0&&B(rl,{onClick:()=>o({of:e.subject,at:el}),children:I.picture.unpin(z(s.size))}),B(`span`,{class:`picture-exports`,children:[!b&&B(rl,{onClick:()=>ee(`svg`),children:I.picture.exportSvg}),!b&&B(rl,{onClick:()=>ee(`png`),children:I.picture.exportPng})]})]}),b?B(b,{...y}):x?B(`div`,{class:`picture-frame`,"aria-busy":`true`}):B(Lc,{...y}),b&&B(`p`,{class:`muted small`,children:I.picture.large(z(v))}),B(Kc,{})]})}function nl(e,t){let n=performance.now(),r=Gs(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function rl({onClick:e,children:t}){return B(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function il(e){let[t,n]=T(),r=O(()=>e&&al(),[e]);return E(()=>{r&&!t&&Qc(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}function al(){return document.createElement(`canvas`).getContext(`webgl2`)!==null}function ol(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function sl(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function cl(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function ll(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=xs(e,[r,I.picture.provenance(a,o.slice(0,12),s),I.picture.exportedAt(new Date().toISOString())]);t===`svg`?Di(Oi(n,i,`svg`),`image/svg+xml`,c):Di(Oi(n,i,`png`),`image/png`,await Ss(c))}var ul=260,dl=18,fl=46,pl=7,ml=280,hl=I.cost,gl=({key:e},t)=>e===null?`chart-rest`:e.startsWith(`~`)?`chart-nameless`:`chart-series-${t+1}`,_l=e=>Cr(xr(e).replace(/\.?0+$/,``)).replace(/^-/,`−`);function vl(){let e=D(null),[t,n]=T(0);return E(()=>{let t=e.current;if(!t)return;let r=new ResizeObserver(([e])=>n(Math.round(e.contentRect.width)));return r.observe(t),()=>r.disconnect()},[]),[e,t]}function yl(e){let[t,n]=vl(),{stacks:r}=e,i=Math.max(ml,n);return B(`div`,{class:`chart-box`,ref:t,children:n>0&&r.periods.length>0&&B(bl,{...e,width:i})})}function bl({stacks:e,currency:t,label:n,anomalies:r,chosen:i,onHover:a,onChoose:o,width:s}){let{periods:c}=e,[l,u]=T(c.length-1),d=D(null),f=ns(...ts(e)),[p,m]=[f[0],f.at(-1)],h=Math.max(...f.map(e=>_l(e).length))*pl+12,g=(s-h-8)/c.length,_=e=>dl+(1-rs(e,p,m))*216,v=Math.ceil(fl/g),y=Math.min(l,c.length-1);return B(`svg`,{class:`picture chart`,width:s,height:ul,viewBox:`0 0 ${s} ${ul}`,role:`group`,"aria-label":n,children:B(`g`,{class:`picture-world`,children:[B(xl,{}),f.map(e=>B(`g`,{children:[B(`line`,{class:e===0n?`chart-zero`:`chart-grid`,x1:h,x2:s,y1:_(e),y2:_(e)}),B(`text`,{class:`chart-tick`,x:h-8,y:_(e)+4,"text-anchor":`end`,children:_l(e)})]},String(e))),c.map((e,t)=>t%v===0&&B(`text`,{class:`chart-tick`,x:h+(t+.5)*g,y:252,"text-anchor":`middle`,children:e.length===10||e.length===8?e.slice(5):e},e)),B(`g`,{ref:d,onKeyDown:e=>{let t={ArrowLeft:y-1,ArrowRight:y+1,Home:0,End:c.length-1}[e.key];if(t!==void 0){let e=Math.max(0,Math.min(c.length-1,t));u(e),(d.current?.children[e])?.focus()}else if(e.key===`Enter`||e.key===` `)o(c[y]);else return;e.preventDefault(),e.stopPropagation()},onPointerLeave:()=>a(null),children:c.map((n,s)=>B(`g`,{class:`chart-bar`,role:`button`,tabIndex:s===y?0:-1,"data-period":n,"aria-pressed":n===i,"aria-label":Tl(e,s,t,r.get(n)??0),onPointerEnter:()=>a(n),onFocus:()=>{u(s),a(n)},onBlur:()=>a(null),onClick:()=>o(n),children:[B(`rect`,{class:`chart-hit`,x:h+s*g,y:2,width:g,height:232}),B(Sl,{stacks:e,index:s,x:h+(s+.12)*g,width:g*.76,y:_}),r.has(n)&&B(wl,{x:h+(s+.5)*g,y:Cl(e,s,_),count:r.get(n)})]},n))})]})})}function xl(){return B(`defs`,{children:B(`pattern`,{id:`chart-hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[B(`rect`,{class:`chart-hatch-ground`,width:`6`,height:`6`}),B(`line`,{class:`chart-hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})})}function Sl({stacks:e,index:t,x:n,width:r,y:i}){let[a,o]=[0n,0n];return B(S,{children:e.series.map((e,s)=>{let c=e.nano[t];if(c===0n)return null;let l=c>0n?a:o;c>0n?a+=c:o+=c;let[u,d]=[i(l),i(l+c)];return B(`rect`,{class:`chart-part ${gl(e,s)}`,"data-key":e.key??``,x:n,y:Math.min(u,d),width:r,height:Math.abs(u-d)},e.key??``)})})}var Cl=({series:e},t,n)=>n(e.reduce((e,{nano:n})=>n[t]>0n?e+n[t]:e,0n));function wl({x:e,y:t,count:n}){return B(`g`,{class:`chart-mark`,transform:`translate(${e} ${t-4})`,children:[B(`path`,{d:`M0 0l-5 -8h10z`}),n>1&&B(`text`,{x:`7`,y:`-1`,children:n})]})}function Tl({periods:e,series:t,totals:n},r,i,a){let o=e=>L({currency:i,amount:xr(e)}),s=t.filter(({nano:e})=>e[r]!==0n).map(({key:e,nano:t})=>`${e===null?hl.rest:qa(e)} ${o(t[r])}`),c=a>0?[hl.anomaliesOf(z(a))]:[];return[`${e[r]}: ${o(n[r])}`,...c,...s].join(`; `)}var J=I.cost,El=100,Dl=280,Ol=16,kl=12,Al=7,jl=280,Ml=46;function Nl({state:e}){let t=go(e),[n,r]=Cn(Jn,{input:{by:[...t],...bo(e,A.value)},first:El,after:null},e=>N(e.forecast),e=>e.rows),i=P(qn,{input:{by:[`day`],from:e.from,to:e.to,...bo(e,A.value)}},e=>N(e.costAttribution)),a=D(null),o=t=>{let r=a.current?.querySelector(`svg.chart`),i=Ni(n.data);r&&i&&ll(r,t,`cost-forecast`,J.forecastTitle(e.from.slice(0,7)),i)},s=Il(e,t);return B(S,{children:[B(U,{title:J.forecastTitle(e.from.slice(0,7)),lead:n.data&&J.forecastLead(n.data.method),answer:n,exportName:`cost-forecast`,tools:B(`span`,{class:`export`,children:[B(`button`,{type:`button`,class:`quiet`,onClick:()=>o(`svg`),children:I.picture.exportSvg}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>o(`png`),children:I.picture.exportPng})]}),summary:({total:e})=>`${J.expected} ${L(e.expected)}`,children:t=>{let n=Fl(t);return B(`div`,{ref:a,children:[B(Ll,{end:n}),i.data&&B(Rl,{end:n,state:e,columns:i.data.columns})]})}}),B(U,{title:J.forecastRows(t.map(e=>J.dimensions[e]).join(` · `)),lead:J.chargesApart,answer:n,exportName:`cost-forecast-rows`,exportTable:()=>({columns:[...t,`month`,`spent`,`expected`,`low`,`high`,`budget`,`over`,`currency`],rows:r.rows.map(e=>[...t.map(t=>Pl(e,t)),e.month,e.spent.amount,e.expected?.amount,e.low?.amount,e.high?.amount,e.budget?.amount,e.over===null?``:String(e.over),e.spent.currency])}),children:({rows:{totalCount:e}})=>B(V,{caption:J.shows.forecast,rows:r.rows,total:e,hasMore:r.hasMore,isLoading:r.isLoading,onMore:r.more,rowKey:({key:e})=>e.map(({value:e})=>e).join(` `),columns:s,empty:J.noRows})})]})}var Pl=({key:e},t)=>e.find(e=>e.key===t)?.value??``;function Fl({total:e,rows:t}){let[n]=t.nodes;return t.totalCount===1&&n&&!e.budget?{...e,budget:n.budget,over:n.over}:e}function Il(e,t){let n=e=>e?Number(R(e.amount)):null,r=e.filters.filter(({dimension:e})=>!t.includes(e)).map(po);return[...t.map(t=>({key:t,title:J.dimensions[t],cell:n=>B(Ja,{value:Pl(n,t),address:j(`cost`,{...No(e),show:`forecast`,filter:[...r,...n.key.map(({key:e,value:t})=>`${e}=${t}`)]})}),sort:e=>Pl(e,t)})),{key:`spent`,title:J.spent,cell:({spent:e})=>B(W,{amount:e.amount}),sort:({spent:e})=>n(e),align:`end`,wide:!0},{key:`expected`,title:J.expected,cell:({expected:e,reason:t})=>e?B(W,{amount:e.amount,places:2}):B(`span`,{class:`muted small`,children:J.noForecast[t??``]}),sort:({expected:e})=>n(e),align:`end`},{key:`interval`,title:J.interval,cell:({low:e,high:t})=>e&&t?B(S,{children:[B(W,{amount:e.amount,places:2}),` – `,B(W,{amount:t.amount,places:2})]}):I.unknown,align:`end`,wide:!0},{key:`budget`,title:J.budget,cell:({budget:e})=>e?B(W,{amount:e.amount}):B(`span`,{class:`muted`,children:I.home.noBudget}),sort:({budget:e})=>n(e),align:`end`,wide:!0},{key:`bar`,title:J.ofBudget,cell:e=>e.budget?B($r,{row:e}):null,wide:!0},{key:`over`,title:I.home.status,cell:({over:e,budget:t})=>t?B(`span`,{class:e?`tag tag-bad`:`muted`,children:ei(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2},{key:`missing`,title:J.missingDays,cell:({missingDays:e})=>z(e),align:`end`,wide:!0}]}function Ll({end:e}){let t=(e,t,n,r)=>B(`div`,{class:`fact`,"data-fact":e,children:[B(`dt`,{children:t}),B(`dd`,{children:B(W,{amount:n?.amount,...r===void 0?{}:{places:r}})})]});return B(`dl`,{class:`fact-list`,children:[t(`spent`,J.spent,e.spent),t(`expected`,J.expected,e.expected,2),t(`low`,J.atLeast,e.low,2),t(`high`,J.atMost,e.high,2),t(`budget`,J.budget,e.budget),B(`div`,{class:`fact`,children:[B(`dt`,{children:I.home.status}),B(`dd`,{children:e.budget?B(`span`,{class:e.over?`tag tag-bad`:``,children:ei(e.over)}):I.home.noBudget})]}),B(`div`,{class:`fact`,children:[B(`dt`,{children:J.missingDays}),B(`dd`,{children:z(e.missingDays)})]}),e.reason&&B(`p`,{class:`muted`,children:J.noForecast[e.reason]})]})}function Rl(e){let[t,n]=vl();return B(`div`,{class:`chart-box`,ref:t,children:n>0&&B(zl,{...e,width:Math.max(jl,n)})})}function zl({end:e,state:t,columns:n,width:r}){let i=Oo(`day`,t.from,uo(e.month)),{totals:a,periods:o}=es(null,n,`day`,[],`day`,Oo(`day`,t.from,t.to)),s=0n,c=a.map(e=>s+=e),l=e=>e?R(e.amount):null,[u,d,f,p]=[l(e.expected),l(e.low),l(e.high),l(e.budget)],m=[...c,u,d,f,p].filter(e=>e!==null),h=ns(m.reduce((e,t)=>t<e?t:e,0n),m.reduce((e,t)=>t>e?t:e,0n)),g=Math.max(...h.map(e=>_l(e).length))*Al+12,_=(r-g-kl)/Math.max(1,i.length),v=e=>g+e*_,y=e=>Ol+(1-rs(e,h[0],h.at(-1)))*238,b=o.length,x=[[0,0n],...c.map((e,t)=>[t+1,e])].map(([e,t])=>`${v(e)},${y(t)}`).join(` `),ee=Math.ceil(Ml/_),te=J.coneLabel(L({currency:e.spent.currency,amount:xr(s)}),L(e.expected),L(e.low),L(e.high),e.budget?L(e.budget):I.home.noBudget);return B(`svg`,{class:`picture chart`,width:r,height:Dl,viewBox:`0 0 ${r} ${Dl}`,role:`img`,"aria-label":te,children:B(`g`,{class:`picture-world`,children:[h.map(e=>B(`g`,{children:[B(`line`,{class:e===0n?`chart-zero`:`chart-grid`,x1:g,x2:r,y1:y(e),y2:y(e)}),B(`text`,{class:`chart-tick`,x:g-8,y:y(e)+4,"text-anchor":`end`,children:_l(e)})]},String(e))),i.map((e,t)=>t%ee===0&&B(`text`,{class:`chart-tick`,x:v(t+.5),y:272,"text-anchor":`middle`,children:e.slice(5)},e)),u!==null&&d!==null&&f!==null&&B(S,{children:[B(`polygon`,{class:`chart-cone`,points:`${v(b)},${y(s)} ${v(i.length)},${y(f)} ${v(i.length)},${y(d)}`}),B(`line`,{class:`chart-expected`,x1:v(b),y1:y(s),x2:v(i.length),y2:y(u)})]}),B(`polyline`,{class:`chart-line`,points:x}),B(`circle`,{class:`chart-today`,cx:v(b),cy:y(s),r:`3.5`}),p!==null&&B(S,{children:[B(`line`,{class:`chart-budget`,x1:g,x2:r,y1:y(p),y2:y(p)}),B(`text`,{class:`chart-tick chart-budget-text`,x:g+4,y:y(p)-5,children:J.budget})]})]})})}var Bl=I.cost;function Vl(e,t){let n=e.columns.key.find(({key:e})=>e===t)?.value??[],r=new Map;return n.forEach((t,n)=>{t!==null&&t!==`~hidden`&&r.set(t,(r.get(t)??0n)+R(e.columns.cost[n]??`0`))}),[...r].filter(([,e])=>e!==0n).sort(([,e],[,t])=>e<t?1:e>t?-1:0).slice(0,8).map(([e])=>e)}function Hl(e,t){let n=e.by[0],r={from:e.from,to:e.to,...bo(e,A.value)},i=ro(n)?[]:Vl(t,n),a=[...yo(e.filters.filter(e=>e.dimension!==n)),...i.length?[{dimension:n,values:[...i]}]:[]],o=ro(n)?[e.step]:[n,e.step];return{keys:i,variables:{input:{...r,by:o,filters:a},whole:{...r,by:[e.step]}}}}function Ul({state:e,sums:t}){let n=t?Hl(e,t):null,r=P(Gn,n?.variables??null,e=>({...N(e.whole),parts:N(e.parts)})),i=Wl(e,Bo(e).data?.rows.nodes??[]),[a,o]=T(null),s=D(null),c=Bl.dimensions[e.by[0]],l=Bl.barsTitle(c,Bl.steps[e.step]),u=Bl.barsQuestion(c,e.from,e.to,e.filters.map(({dimension:e,value:t})=>`${Bl.dimensions[e]} ${qa(t)}`)),d=e=>{let t=s.current?.querySelector(`svg.chart`),n=Ni(r.data);t&&n&&ll(t,e,`cost-over-time`,u,n)},f=({columns:t,parts:r})=>es(r.columns,t,e.by[0],n?.keys??[],e.step,Oo(e.step,e.from,e.to));return B(U,{title:l,lead:Bl.barsLead(t?.ledger.currency??``),answer:r,exportName:`cost-over-time`,exportTable:t=>ql(f(t),e.step),tools:B(S,{children:[B(Io,{state:e}),r.data&&B(`span`,{class:`export`,children:[B(`button`,{type:`button`,class:`quiet`,onClick:()=>d(`svg`),children:I.picture.exportSvg}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>d(`png`),children:I.picture.exportPng})]})]}),children:n=>{let r=f(n),c=a??e.at;return B(`div`,{ref:s,children:[B(yl,{stacks:r,currency:t?.ledger.currency??``,label:l,anomalies:new Map([...i].map(([e,t])=>[e,t.length])),chosen:e.at,onHover:o,onChoose:t=>M({at:t===e.at?void 0:t})}),B(Gl,{state:e,stacks:r,period:c,anomalies:c&&i.get(c)||[]})]})}})}function Wl(e,t){let n=new Map;for(let r of t){let t=Do(e.step,r.day);n.set(t,[...n.get(t)??[],r])}return n}function Gl({state:e,stacks:t,period:n,anomalies:r}){let i=n===null?-1:t.periods.indexOf(n),a=({nano:e,total:t})=>xr(i<0?t:e[i]),o=xr(i<0?t.totals.reduce((e,t)=>e+t,0n):t.totals[i]),s=Ua([o,...t.series.map(a)]),[c,l]=i<0?[e.from,e.to]:To(e.step,t.periods[i],e.from,e.to);return B(`div`,{class:`readout`,children:[B(`p`,{class:`readout-head`,children:[B(`strong`,{children:i<0?Bl.allPeriods:t.periods[i]}),` `,B(W,{amount:o,places:s}),i>=0&&(c!==e.from||l!==e.to)&&B(`a`,{href:j(`cost`,{...No(e),from:c,to:l}),children:Bl.onlyThis})]}),B(`ul`,{class:`legend-list`,children:t.series.map((t,n)=>B(`li`,{"data-key":t.key??``,children:[B(`svg`,{class:`swatch`,width:`12`,height:`12`,"aria-hidden":`true`,children:B(`rect`,{class:gl(t,n),width:`12`,height:`12`,rx:`2`})}),t.key===null?B(`span`,{children:Bl.rest}):B(Ja,{value:t.key,address:Kl(e,t.key)}),B(W,{amount:a(t),places:s})]},t.key??``))}),r.length>0&&B(`ul`,{class:`anomaly-list`,children:r.map(({day:e,key:t,cost:n,expected:r,drivers:i})=>B(`li`,{children:[B(`span`,{class:`tag tag-bad`,children:Bl.anomaly}),` `,t.map(({value:e})=>B(Ja,{value:e},e)),` `,e,`: `,B(W,{amount:n.amount}),` `,B(`span`,{class:`muted`,children:Bl.insteadOf}),` `,B(W,{amount:r.amount,places:2}),B(Ho,{drivers:i})]},[e,...t.map(({value:e})=>e)].join(` `)))})]})}function Kl(e,t){let n=wo(e,new Map([[e.by[0],t]]));return n?j(`cost`,{...No(e),...n}):void 0}var ql=({periods:e,series:t},n)=>({columns:[n,`key`,`cost`],rows:e.flatMap((e,n)=>t.map(({key:t,nano:r})=>[e,t??`~rest`,xr(r[n])]))}),Jl=I.cost,Yl=`reasoning`;function Xl({columns:e},t){let n=t.map(t=>e.key.find(({key:e})=>e===t)?.value??[]),r=e.tokens.filter(({key:e})=>e!==Yl);return e.cost.map((i,a)=>({key:new Map(t.map((e,t)=>[e,n[t][a]??``])),cost:i??`0`,estimate:e.estimate[a]??`0`,included:e.included[a]??`0`,basis:e.basis[a]??``,requests:e.requests[a]??0,tokens:r.reduce((e,{value:t})=>e+(t[a]??0),0)}))}var Zl=({key:e})=>[...e.values()].join(` `),Ql=e=>Number(R(e));function $l({state:e,answer:t}){let n=Co(e.by,e.filters);return B(U,{title:Jl.rowsTitle(e.by.map(e=>Jl.dimensions[e]).join(` · `)),lead:n?Jl.opensTo(n.map(e=>Jl.dimensions[e]).join(`, `)):Jl.finest,answer:t,exportName:`cost`,exportTable:t=>({columns:[...e.by,`cost`,`estimate`,`included`,`currency`,`basis`,`requests`,`tokens`],rows:Xl(t,e.by).map(e=>[...e.key.values(),e.cost,e.estimate,e.included,t.ledger.currency,e.basis,e.requests,e.tokens])}),summary:e=>yr(e.ledger),children:t=>B(eu,{state:e,sums:t})})}function eu({state:e,sums:t}){let n=Xl(t,e.by),r=n.reduce((e,{cost:t})=>e+R(t),0n),i=R(t.ledger.amount)-r,a={cost:Ua([...n.map(({cost:e})=>e),xr(r)]),estimate:Ua([...n.map(({estimate:e})=>e),t.estimateValue.amount]),included:Ua([...n.map(({included:e})=>e),t.includedValue.amount])},o=e=>({key:e,title:Jl.amounts[e],cell:t=>B(W,{amount:t[e],places:a[e]}),sort:t=>Ql(t[e]),align:`end`,wide:e!==`cost`}),s=[...e.by.map((t,n)=>({key:t,title:Jl.dimensions[t],cell:r=>{let i=n===0?wo(e,r.key):null;return B(Ja,{value:r.key.get(t),address:i?j(`cost`,{...No(e),...i}):void 0})},sort:e=>e.key.get(t)})),o(`cost`),o(`estimate`),o(`included`),{key:`basis`,title:Jl.basis,cell:({basis:e})=>B(`span`,{class:`muted small`,children:Jl.bases[e]??e}),sort:({basis:e})=>e,wide:!0},{key:`requests`,title:Jl.requests,cell:({requests:e})=>z(e),sort:({requests:e})=>e,align:`end`,wide:!0},{key:`tokens`,title:Jl.tokens,cell:({tokens:e})=>z(e),sort:({tokens:e})=>e,align:`end`,wide:!0}];return B(S,{children:[B(V,{caption:Jl.rowsTitle(Jl.dimensions[e.by[0]]),rows:n,rowKey:Zl,columns:s,empty:Jl.noRows,footer:{[e.by[0]]:Jl.sumOfRows,cost:B(W,{amount:xr(r),places:a.cost}),estimate:B(W,{amount:t.estimateValue.amount,places:a.estimate}),included:B(W,{amount:t.includedValue.amount,places:a.included})}}),B(`p`,{class:`table-foot`,children:i===0n?Jl.rowsAreLedger:Jl.rowsAndBuckets(L({currency:t.ledger.currency,amount:xr(i)}))})]})}var tu=I.cost,nu=[`~unattributed`,`~shared`,Qa],ru=[`seat`,`variance`,`tax`,`credit`,`other`];function iu(e,t,n){let r=e.columns.key.find(({key:e})=>e===t.by[0])?.value??[],i=new Map(nu.map(e=>[e,0n])),a=new Set,o=0n;e.columns.cost.forEach((e,t)=>{let[n,s]=[r[t]??``,R(e??`0`)];Ga(n)?i.set(n,(i.get(n)??0n)+s):(o+=s,a.add(n))});let s=t.filters.filter(({dimension:e})=>e!==t.by[0]).map(po),c=new Map(ru.map(e=>[e,0n]));for(let{key:t,value:n}of e.buckets)c.set(t,R(n.amount));return[{name:`named`,label:tu.named(z(a.size),tu.dimensions[t.by[0]]),nano:o},...[...i].map(([e,r])=>({name:e,label:Ka(e),nano:r,...r!==0n&&e!==`~hidden`?{address:n({filter:[...s,`${t.by[0]}=${e}`]})}:{}})),...[...c].map(([e,t])=>({name:e,label:tu.buckets[e]??e,nano:t,...e===`variance`&&t!==0n?{address:n({show:`bill`})}:{}}))]}function au({sums:e,state:t,address:n}){let r=iu(e,t,n),i=r.reduce((e,{nano:t})=>e+t,0n),a=i===R(e.ledger.amount),o=Ua([...r.map(({nano:e})=>xr(e)),e.ledger.amount,e.estimateValue.amount,e.includedValue.amount]),s=xr(e.overlaps.filter(({cost:t})=>t.currency===e.ledger.currency).reduce((e,{cost:t})=>e+R(t.amount),0n));return B(`div`,{class:`ledger-sheet`,children:[B(`table`,{class:`sheet-table`,children:[B(`caption`,{class:`visually-hidden`,children:tu.sheet}),B(`thead`,{children:B(`tr`,{children:[B(`th`,{scope:`col`,children:tu.inLedger}),B(`th`,{scope:`col`,class:`end`,children:e.ledger.currency})]})}),B(`tbody`,{children:r.map(({name:e,label:t,nano:n,address:r})=>B(`tr`,{"data-part":e,children:[B(`th`,{scope:`row`,children:r?B(`a`,{href:r,children:t}):t}),B(`td`,{class:`end`,children:B(W,{amount:xr(n),places:o})})]},e))}),B(`tfoot`,{children:B(`tr`,{"data-part":`ledger`,children:[B(`th`,{scope:`row`,children:tu.ledger}),B(`td`,{class:`end`,children:B(W,{amount:e.ledger.amount,places:o})})]})})]}),B(`p`,{class:a?`sheet-proof`:`problem`,role:a?void 0:`alert`,children:a?tu.addsUp:tu.addsUpNot(xr(R(e.ledger.amount)-i))}),B(`table`,{class:`sheet-table`,children:[B(`caption`,{class:`visually-hidden`,children:tu.beside}),B(`thead`,{children:B(`tr`,{children:[B(`th`,{scope:`col`,children:tu.beside}),B(`th`,{scope:`col`})]})}),B(`tbody`,{children:[B(ou,{name:`estimate`,label:tu.estimateValue,amount:e.estimateValue.amount,places:o}),B(ou,{name:`included`,label:tu.includedValue,amount:e.includedValue.amount,places:o}),B(`tr`,{"data-part":`overlaps`,children:[B(`th`,{scope:`row`,children:e.overlaps.length?B(`a`,{href:n({show:`bill`}),children:tu.overlapsOf(z(e.overlaps.length))}):tu.overlapsOf(`0`)}),B(`td`,{class:`end`,children:B(W,{amount:s,places:o})})]}),B(`tr`,{"data-part":`unpriced`,children:[B(`th`,{scope:`row`,children:tu.unpriced}),B(`td`,{class:`end`,children:tu.rows(z(e.unpricedRows))})]}),e.droppedBuckets.map(({key:e,value:t})=>B(ou,{name:`dropped-${e}`,label:tu.dropped(tu.buckets[e]??e),amount:t.amount,places:o},e)),e.leftOut.map(({currency:e,amount:t})=>B(`tr`,{"data-part":`left-out-${e}`,children:[B(`th`,{scope:`row`,children:B(`a`,{href:n({currency:e}),children:tu.leftOut(e)})}),B(`td`,{class:`end`,children:B(W,{amount:t,places:o})})]},e))]})]}),e.rates.map(({key:t,value:n})=>B(`p`,{class:`muted small`,children:tu.rate(t,String(n),e.ledger.currency)},t)),e.droppedBuckets.length>0&&B(`p`,{class:`muted small`,children:tu.droppedWhy})]})}function ou({name:e,label:t,amount:n,places:r}){return B(`tr`,{"data-part":e,children:[B(`th`,{scope:`row`,children:t}),B(`td`,{class:`end`,children:B(W,{amount:n,places:r})})]})}var su=I.cost;function cu(){let e=vo(tn.value.params,A.value);return B(S,{children:[B(`h1`,{children:su.title}),B(`p`,{class:`lead`,children:su.lead}),B(Mo,{state:e}),B(lu,{state:ho(e,A.value)})]})}function lu({state:e}){let t=P(Wn,{input:{by:[...e.by],from:e.from,to:e.to,...bo(e,A.value)}},e=>N(e.costAttribution)),n=t=>j(`cost`,{...No(e),...t});return B(`div`,{class:`cost`,children:[B(U,{title:su.sums,lead:su.sumsLead(e.from,e.to),answer:t,class:`cost-sheet`,exportName:`cost-sums`,children:t=>B(au,{sums:t,state:e,address:n})}),B(`div`,{class:`cost-main`,children:[e.show===`time`&&B(S,{children:[B(Ul,{state:e,sums:t.data}),B($l,{state:e,answer:t})]}),e.show===`anomalies`&&B(S,{children:[B(Ul,{state:e,sums:t.data}),B(Uo,{state:e})]}),e.show===`forecast`&&B(Nl,{state:e}),e.show===`difference`&&B(cs,{state:e}),e.show===`bill`&&B(Ko,{state:e})]})]})}var uu=100,du=7,fu=[1,7,30,90],Y=I.changes;function pu(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var mu=({isOpened:e})=>B(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[B(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?Y.opened:Y.closed]}),hu={key:`change`,title:Y.change,cell:({isOpened:e})=>B(mu,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},gu=[{key:`claimedBy`,title:Y.claimedBy,cell:({claimedBy:e})=>e??I.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:Y.run,cell:({run:e})=>e??I.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:Y.at,cell:({at:e})=>Or(e),sort:({at:e})=>e,wide:!0}],_u=[hu,{key:`source`,title:Y.source,cell:({source:e})=>B(H,{id:e}),sort:({source:e})=>e},{key:`kind`,title:Y.kind,cell:({kind:e})=>B(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:Y.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:Y.permission,cell:({permission:e})=>e&&B(bi,{permission:e}),wide:!0},...gu],vu=[hu,{key:`root`,title:Y.root,cell:({root:e})=>B(H,{id:e,href:j(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:Y.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:Y.permission,cell:({permission:e})=>B(bi,{permission:e}),wide:!0},{key:`hops`,title:Y.hops,cell:({hops:e})=>z(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:Y.reasons,cell:({reasons:e})=>B(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function yu({title:e,total:t,children:n}){return B(`section`,{class:`part`,children:[B(`h3`,{children:[e,` `,B(`span`,{class:`muted`,children:z(t)})]}),n]})}function bu(){let e=jr(A.value),t=nn.value===void 0?`from`:`compare`,n=cn(t)??Pr(Mr(e,du)),r=cn(`of`),i=P(Un,{input:{from:n,asOf:A.value??null,of:r??null},first:uu},e=>N(e.changes));return B(S,{children:[B(`h1`,{children:Y.title}),B(`p`,{class:`lead`,children:Y.lead}),B(`div`,{class:`search-form`,role:`group`,"aria-label":Y.from,children:[fu.map(r=>{let i=Pr(Mr(e,r));return B(`button`,{type:`button`,"aria-pressed":i===n,onClick:()=>M({[t]:i}),children:Y.days(r)},r)}),r&&B(S,{children:[B(H,{id:r}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>M({of:void 0}),children:Y.clearOf})]})]}),B(U,{title:i.data?`${Or(i.data.from)} → ${Or(i.data.to)}`:Y.title,answer:i,exportName:`changes`,candidateHref:e=>j(`changes`,{from:n,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:pu(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>Y.summary(z(e.opened.totalCount),z(e.closed.totalCount)),children:e=>B(xu,{data:e,from:n})})]})}function xu({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return B(S,{children:[B(yu,{title:Y.orphaned,total:s,children:B(V,{caption:Y.orphaned,columns:vu,rows:pu(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:Y.nothing})}),B(yu,{title:Y.reach,total:o.totalCount,children:B(V,{caption:Y.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:Y.nothing,columns:[{key:`who`,title:Y.root,cell:({id:e,name:n})=>B(H,{id:e,name:n,href:j(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:I.home.gained,cell:({gained:e})=>`+${z(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:I.home.lost,cell:({lost:e})=>`−${z(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:I.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${Er(e)} → ${Er(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),B(yu,{title:Y.edges,total:c,children:B(V,{caption:Y.edges,columns:_u,rows:pu(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:Y.nothing})}),B(yu,{title:Y.permissions,total:r.totalCount,children:B(V,{caption:Y.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:Y.nothing,columns:[{key:`source`,title:Y.source,cell:({source:e})=>B(H,{id:e}),sort:({source:e})=>e},{key:`target`,title:Y.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`before`,title:Y.before,cell:({before:e})=>B(bi,{permission:e})},{key:`after`,title:Y.after,cell:({after:e})=>B(bi,{permission:e})},...gu]})}),B(yu,{title:Y.properties,total:i.totalCount,children:B(V,{caption:Y.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:Y.nothing,columns:[{key:`id`,title:Y.of,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`property`,title:Y.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:Y.before,cell:({before:e})=>e??I.unknown},{key:`after`,title:Y.after,cell:({after:e})=>e??I.unknown},...gu]})})]})}function Su({command:e}){let[t,n]=T(!1),r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return B(`span`,{class:`command`,children:[B(`code`,{children:e}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?I.parts.copied:I.parts.copy})]})}function Cu({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),B(`aside`,{class:`evidence`,"aria-label":I.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:I.parts.evidence}),B(`button`,{type:`button`,class:`quiet`,onClick:t,children:I.parts.close})]}),B(`ol`,{class:`evidence-list`,children:e.map(e=>B(`li`,{children:[B(`p`,{class:`evidence-edge`,children:[B(H,{id:e.source,name:e.sourceName}),B(`code`,{children:e.kind}),B(H,{id:e.target,name:e.targetName})]}),B(`dl`,{class:`facts`,children:[e.permission&&B(S,{children:[B(`dt`,{children:I.parts.permission}),B(`dd`,{children:B(bi,{permission:e.permission})})]}),B(`dt`,{children:I.parts.claimedBy}),B(`dd`,{children:e.claimedBy}),B(`dt`,{children:I.parts.since}),B(`dd`,{children:Or(e.since)}),e.lastUsed!==void 0&&B(S,{children:[B(`dt`,{children:I.parts.lastUsed}),B(`dd`,{children:kr(e.lastUsed)})]}),B(`dt`,{children:I.parts.statement}),B(`dd`,{children:e.evidence?B(`code`,{class:`statement`,children:e.evidence}):I.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var wu=I.picture,Tu=I.permissions,Eu=I.sensitivities,Du=e=>wu.edges[e]??e;function Ou(e){return e.role===`fold`?wu.fold(z(e.members.length),wu.pluralKinds[e.kind]??_i(e.kind)):e.name}function ku(e,t){return t&&(e.role===`fold`?wu.upTo(t.toLowerCase()):t)}function Au(e){let t=e.permission===null?void 0:Tu[e.permission],n=e.sensitivity===null?void 0:Eu[e.sensitivity],r=[ku(e,t),ku(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return wu.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=pi(e.id);return e.role===`fold`||i===``?_i(e.kind):`${_i(e.kind)} · ${i}`}function ju(e){return[Ou(e),e.role===`fold`?void 0:`${_i(e.kind)} ${pi(e.id)}`.trim(),e.role===`between`?wu.onTheWay:void 0,e.permission===null?void 0:ku(e,Tu[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?wu.assumed:void 0,e.sensitivity===null?void 0:ku(e,Eu[e.sensitivity]),e.exercised===null?void 0:I.uses[e.exercised],e.role===`fold`?wu.opensFold:void 0].filter(Boolean).join(`, `)}function Mu(e,t,n){return[`${Ou(t)} ${Du(e.kind)} ${Ou(n)}`,e.permission===null?void 0:Tu[e.permission],e.exercised===null?void 0:I.uses[e.exercised],wu.claims(e.evidence.length)].filter(Boolean).join(`, `)}function Nu(e){return{roleDescription:wu.roleDescription,zoom:wu.zoom,zoomIn:wu.zoomIn,zoomOut:wu.zoomOut,fit:wu.fit,hop:(t,n)=>e(t,z(n)),title:Ou,subtitle:Au,describeNode:ju,describeEdge:Mu,edge:Du,cut:wu.cut,gone:wu.gone}}var Pu=I.whatIf,Fu=[{title:Pu.dataSources,note:Pu.dataSourcesNote,show:({dataSources:e})=>z(e)},{title:Pu.score,note:Pu.scoreNote,show:({score:e})=>Er(e)},{title:Pu.orphanedRoots,show:({orphanedRoots:e})=>z(e)},{title:Pu.orphanedPaths,note:Pu.orphanedPathsNote,show:({orphanedPaths:e})=>z(e)},{title:Pu.spend,show:({spendPerMonth:e})=>L(e),exact:({spendPerMonth:e})=>e?yr(e):void 0}];function Iu({before:e,after:t}){return B(`table`,{class:`difference`,children:[B(`caption`,{class:`visually-hidden`,children:Pu.result}),B(`thead`,{children:B(`tr`,{children:[B(`td`,{}),B(`th`,{scope:`col`,children:Pu.before}),B(`th`,{scope:`col`,children:Pu.after})]})}),B(`tbody`,{children:Fu.map(({title:n,note:r,show:i,exact:a})=>B(`tr`,{class:i(e)===i(t)?`is-same`:`is-changed`,children:[B(`th`,{scope:`row`,children:[n,r&&B(`span`,{class:`difference-note`,children:r})]}),B(`td`,{title:a?.(e),children:i(e)}),B(`td`,{title:a?.(t),children:i(t)})]},n))})]})}var X=I.orphaned,Lu=Nu(I.picture.hop),Ru=200;function zu({root:e,answer:t,routes:n,more:r}){let i=xa(n),a={from:[e.id,...e.folded],to:[...i],asOf:A.value??null},o=P(cr,i.length>0?{input:a,first:Ru}:null,e=>N(e.revocation)),s=i.length===0||o.state===`answered`,c=s?Sa(o.data,e.id,e.folded):[],l=cn(`try`)!==void 0&&c.length>0&&c.length<=100,u=P(_r,l?{input:{remove:[...c],...A.value?{asOf:A.value}:{}},first:1}:null,e=>N(e.whatIf)),d=()=>M({try:cn(`try`)===void 0||void 0},!0);Vu(`w`,d);let f=O(()=>ya(e.id,n),[e.id,n.length,t.data]),p=O(()=>ba(f,o.data?.collateral.nodes??[]),[f,o.data]),m=s&&n.length>0?Ca(o.data,e.id,e.folded):Bu,h=l&&u.data?wa(f,e.id,u.data.orphanedPaths.closed,u.data.orphanedPaths.opened):null,g=new Map((l&&u.data?u.data.orphanedPaths.opened:[]).filter(t=>t.root===e.id).map(({target:e,permission:t})=>[e,t??null])),_=O(()=>Ta(m,h),[[...m].join(`
`),h&&[...h].join(`
`)]);return B(S,{children:[B(`div`,{class:`root-top`,children:[B(Hu,{root:e,answer:t}),B(`section`,{class:`revocation`,"aria-label":X.revocation,children:[B(U,{title:X.revocation,lead:i.length>0?X.revocationLead:X.onlyModels,answer:i.length>0?o:{...t,data:void 0,state:`idle`},exportName:`revocation`,exportTable:Ku,summary:({cost:e})=>`${X.cost} ${z(e)}`,children:e=>B(Gu,{data:e})}),c.length>100?B(`p`,{class:`muted small`,children:X.tooMany(100)}):s&&B(`p`,{class:`try`,children:[B(`button`,{type:`button`,"aria-pressed":l,"aria-keyshortcuts":`w`,onClick:d,children:[l?X.tryingIt:X.tryIt,` `,B(`kbd`,{"aria-hidden":`true`,children:`w`})]}),B(`a`,{href:j(`what-if`,{remove:c}),children:X.openWhatIf})]}),l&&B(U,{title:I.whatIf.result,level:3,answer:u,exportName:`what-if`,summary:({after:e})=>`${I.whatIf.orphanedPaths} ${z(e.orphanedPaths)}`,children:({before:e,after:t})=>B(Iu,{before:e,after:t})})]})]}),B(qu,{root:e,answer:t,routes:n,more:r,graph:p,marks:_,left:g})]})}var Bu=new Set;function Vu(e,t){let n=D(t);n.current=t,E(()=>{let t=t=>{let r=t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName);t.key!==e||r||t.ctrlKey||t.metaKey||t.altKey||t.defaultPrevented||(t.preventDefault(),n.current())};return document.addEventListener(`keydown`,t),()=>document.removeEventListener(`keydown`,t)},[e])}function Hu({root:e,answer:t}){let n=D(null);return E(()=>n.current?.focus({preventScroll:!0}),[e.id]),B(`section`,{class:`panel root-facts`,children:[B(`header`,{class:`root-head`,children:[B(`h2`,{tabIndex:-1,ref:n,children:[B(H,{id:e.id,name:e.name}),e.shadow&&B(`span`,{class:`tag`,children:X.shadowMark})]}),B(`nav`,{class:`actions`,"aria-label":e.name,children:[B(`a`,{href:j(`blast-radius`,{start:e.id}),children:X.blastRadius}),B(`a`,{href:j(`changes`,{of:e.id}),children:X.changes})]})]}),B(`dl`,{class:`facts root-list`,children:[B(`dt`,{children:X.why}),B(`dd`,{children:[e.reasons.length===0&&(X.state[e.state]??e.state),e.reasons.map(({code:e,since:t,evidence:n})=>B(`p`,{children:[B(`b`,{children:ga(e)}),t&&B(`span`,{class:`nowrap`,children:[` · `,Or(t)]}),B(`span`,{class:`root-evidence`,children:n})]},e+n))]}),B(`dt`,{children:X.since}),B(`dd`,{children:ha(e)?Or(ha(e)):X.sinceUnknown}),B(`dt`,{children:ha(e)?X.spend:X.spendOfWindow}),B(`dd`,{title:e.spendSince?yr(e.spendSince):void 0,children:L(e.spendSince)}),e.folded.length>0&&B(S,{children:[B(`dt`,{children:X.folded}),B(`dd`,{class:`chips`,children:e.folded.map(e=>B(H,{id:e},e))})]}),B(`dt`,{children:X.nextOwner}),B(`dd`,{children:[e.nextOwner.length===0&&B(`span`,{class:`muted`,children:X.nobody}),e.nextOwner.map(({id:e,name:t,reason:n,evidence:r})=>B(`p`,{children:[B(H,{id:e,name:t}),` `,B(`span`,{children:X.nextOwners[n]??n}),B(`span`,{class:`root-evidence`,children:r})]},e+n))]})]}),t.state===`loading`&&B(`p`,{class:`asking`,children:I.loading})]})}var Uu=[{key:`action`,title:X.step,cell:({action:e})=>e},{key:`system`,title:X.system,cell:({system:e})=>B(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`cost`,title:X.cost,cell:({cost:e})=>z(e),align:`end`},{key:`command`,title:X.command,wide:!0,cell:({command:e})=>e?B(Su,{command:e}):B(`span`,{class:`muted`,children:X.noCommand})}],Wu=[{key:`person`,title:X.person,cell:({id:e,name:t})=>B(H,{id:e,name:t})},{key:`loses`,title:X.loses,cell:({loses:e})=>B(`span`,{class:`chips`,children:e.map(e=>B(H,{id:e},e))})}];function Gu({data:e}){let t=e.collateral.totalCount;return e.steps.length===0?B(`p`,{class:`empty`,children:X.noCut}):B(S,{children:[B(V,{caption:X.revocation,columns:Uu,rows:e.steps,rowKey:({source:e,target:t,action:n})=>`${e} ${t} ${n}`}),B(`p`,{class:`verdict`,children:[B(`span`,{class:e.proven?`good`:`bad`,children:[B(`span`,{"aria-hidden":`true`,children:e.proven?`✓`:`✗`}),` `,e.proven?X.proven:X.notProven]}),` `,X.cost,` `,B(`b`,{children:z(e.cost)}),`. `,t===0?X.noCollateral:`${X.collateral(z(t))}.`]}),t>0&&B(V,{caption:X.loses,columns:Wu,rows:e.collateral.nodes,rowKey:({id:e})=>e,total:t})]})}function Ku({steps:e}){return{columns:[`system`,`action`,`cost`,`source`,`target`,`command`],rows:e.map(({system:e,action:t,cost:n,source:r,target:i,command:a})=>[e,t,n,r,i??null,a??null])}}function qu({root:e,answer:t,routes:n,more:r,graph:i,marks:a,left:o}){let[s,c]=T(null),l=cn(`row`)??null,u=n.find(({target:e})=>e===l),d=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),M({row:t?void 0:e??void 0},!0)},f=s===null?u?.witness:i.edges.find(({key:e})=>e===s)?.evidence;return B(U,{title:X.routesTitle,lead:X.routesLead,answer:t,exportName:`orphaned-routes`,exportTable:()=>Yu(n),summary:({totalPaths:e})=>X.paths(z(e)),children:t=>n.length===0?B(`p`,{class:`empty`,children:X.noRoutes}):B(S,{children:[r!==null&&B(`p`,{class:`muted small`,children:[X.someRoutes(z(n.length),z(t.totalPaths)),` `,B(`button`,{type:`button`,onClick:r,children:I.more})]}),B(`div`,{class:`reach-sides`,children:[B(`section`,{class:`reach-picture`,"aria-label":I.reach.picture,children:B(tl,{graph:i,words:Lu,title:X.routesTitle,subject:e.id,direction:`out`,selected:s??l,onSelect:d,focused:cn(`focus`)??null,onFocus:e=>M({focus:e??void 0}),provenance:t,exportName:`orphaned-routes`,marks:a})}),B(`section`,{class:`reach-list`,"aria-label":I.reach.list,children:B(V,{caption:X.routesTitle,columns:Ju(o),rows:n,rowKey:({target:e})=>e,rowClass:({target:e})=>a.gone.has(e)?`is-gone`:``,selected:l??``,onOpen:({target:e})=>d(e),total:t.totalPaths})})]}),f!==void 0&&f.length>0&&B(`div`,{class:`reach-evidence`,children:B(Cu,{edges:f,onClose:()=>d(null)},s??l??``)})]})})}var Ju=e=>[{key:`target`,title:X.target,cell:e=>B(H,{id:e.target,name:_a(e)}),sort:e=>_a(e).toLowerCase()},{key:`permission`,title:X.permission,cell:({target:t,permission:n})=>B(S,{children:[n?B(bi,{permission:n}):I.unknown,e.has(t)&&B(S,{children:[` → `,B(bi,{permission:e.get(t)})]})]})},{key:`below`,title:X.below,align:`end`,wide:!0,cell:({below:e})=>e>0?`+${z(e)}`:``,sort:({below:e})=>e},{key:`hops`,title:X.hops,align:`end`,wide:!0,cell:({hops:e})=>z(e),sort:({hops:e})=>e},{key:`used`,title:X.lastUsed,cell:({lastUsed:e})=>kr(e),sort:({lastUsed:e})=>e}];function Yu(e){return{columns:[`root`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.map(e=>[e.root,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Ea(e)])}}var Xu=I.orphaned;async function Zu(e){let t=[],n=[],r=N((await yn(ir,{input:{asOf:e??null},first:200})).orphanedPaths),i=r,a={asOf:i.snapshot.asOf};for(t.push(...r.roots.nodes);r.roots.pageInfo.hasNextPage;)r=N((await yn(ir,{input:a,first:200,after:r.roots.pageInfo.endCursor??null})).orphanedPaths),t.push(...r.roots.nodes);let o=null;do{let e=N((await yn(sr,{input:a,first:200,after:o})).orphanedPaths).paths;n.push(...e.nodes),o=e.pageInfo.hasNextPage?e.pageInfo.endCursor:null}while(o);return{provenance:i,roots:t,paths:n}}function Qu({roots:e,paths:t}){return{columns:[`root`,`name`,`state`,`shadow`,`reasons`,`since`,`spend_since`,`currency`,`next_owner`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.flatMap(e=>{let n=t.filter(t=>t.root===e.id),r=[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),ha(e),e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null];return n.length===0?[[...r,null,null,null,null,null,null]]:n.map(e=>[...r,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Ea(e)])})}}function $u(){let[e,t]=T(!1),[n,r]=T(),[i,a]=T();E(()=>{i!==void 0&&(window.print(),a(void 0))},[i]);let o=async e=>{t(!0),r(void 0);try{let t=await Zu(A.value),n={text:sr.toString().trim(),variables:{input:{asOf:t.provenance.snapshot.asOf}}},r=e=>Oi(`orphaned-paths`,t.provenance,e);e===`csv`?Di(r(`csv`),`text/csv`,Ti(Qu(t),n,t.provenance,new Date)):e===`json`?Di(r(`json`),`application/json`,Ei({roots:t.roots,paths:t.paths},n,t.provenance,new Date)):a(t)}catch(e){r(Sn(e))}finally{t(!1)}};return B(S,{children:[B(`div`,{class:`sheet-tools`,role:`group`,"aria-label":Xu.sheet,"aria-busy":e||void 0,children:[B(`span`,{class:`muted`,children:Xu.sheet}),B(s,{purpose:`csv`,label:I.parts.exportCsv}),B(s,{purpose:`json`,label:I.parts.exportJson}),B(s,{purpose:`print`,label:Xu.print})]}),n&&B(ki,{problem:n}),i&&B(ed,{sheet:i})]});function s({purpose:t,label:n}){return B(`button`,{type:`button`,disabled:e,onClick:()=>void o(t),children:n})}}function ed({sheet:{provenance:e,roots:t,paths:n}}){let{asOf:r,digest:i}=e.snapshot;return B(`section`,{class:`sheet`,children:[B(`p`,{children:Xu.sheetLead(Or(r),i.slice(0,12))}),t.map(e=>B(`article`,{children:[B(`h2`,{children:[e.name,` `,B(`small`,{children:e.id})]}),B(`p`,{children:[e.reasons.map(({code:e,evidence:t})=>`${ga(e)} (${t})`).join(`; `)||Xu.state[e.state],`. `,Xu.since,`: `,ha(e)?kr(ha(e)):Xu.sinceUnknown,`. `,Xu.spend,`: `,L(e.spendSince),`. `,Xu.nextOwner,`: `,e.nextOwner[0]?.name??Xu.nobody,`.`]}),B(`ul`,{children:n.filter(t=>t.root===e.id).map(e=>B(`li`,{children:[_a(e),` `,e.permission??``,` `,e.lastUsed?`${Xu.lastUsed}: ${e.lastUsed}`:``,B(`br`,{}),B(`small`,{children:Ea(e)})]},e.target))})]},e.id))]})}var Z=I.orphaned,td=[`all`,`shadow`,`unknown`];function nd(){let e=cn(`list`),t=td.find(t=>t===e)??`all`,n=cn(`root`);return B(`div`,{class:`orphaned-view`,children:[B(`h1`,{children:Z.title}),B(`p`,{class:`lead`,children:Z.lead}),n?B(od,{id:n}):B(S,{children:[B(`nav`,{class:`lists`,"aria-label":Z.lists,children:td.map(e=>B(`a`,{href:j(`orphaned`,{list:e===`all`?void 0:e}),"aria-current":e===t?`page`:void 0,children:Z[e]},e))}),t===`unknown`?B(ad,{}):B(id,{list:t}),B($u,{})]})]})}var rd=[{key:`root`,title:Z.root,cell:({id:e,name:t,shadow:n})=>B(S,{children:[B(H,{id:e,name:t,href:j(`orphaned`,{root:e})}),n&&B(`span`,{class:`tag`,children:Z.shadowMark})]}),sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Z.why,wide:!0,cell:({reasons:e,state:t})=>e.length>0?B(`span`,{title:e.map(({evidence:e})=>e).join(`
`),children:e.map(({code:e})=>ga(e)).join(`; `)}):B(`span`,{class:`muted`,children:Z.state[t]??t}),sort:({reasons:e})=>e[0]?.code},{key:`since`,title:Z.since,wide:!0,cell:e=>ha(e)?B(`span`,{class:`nowrap`,children:kr(ha(e))}):B(`span`,{class:`muted`,children:Z.sinceUnknown}),sort:ha},{key:`routes`,title:Z.routes,align:`end`,cell:({routes:e})=>z(e),sort:({routes:e})=>e},{key:`spend`,title:Z.spend,align:`end`,cell:({spendSince:e})=>B(`span`,{title:e?yr(e):void 0,children:L(e)}),sort:({spendSince:e})=>e?Number(e.amount):null},{key:`owner`,title:Z.nextOwner,wide:!0,cell:({nextOwner:[e]})=>e?B(H,{id:e.id,name:e.name}):B(`span`,{class:`muted`,children:Z.nobody}),sort:({nextOwner:[e]})=>e?.name.toLowerCase()}];function id({list:e}){let[t,n]=Cn(ir,{input:{asOf:A.value??null},first:200},e=>N(e.orphanedPaths),({roots:e})=>e),r=e===`shadow`,i=r?n.rows.filter(({shadow:e})=>e):n.rows;return B(U,{title:r?Z.shadow:Z.all,answer:t,exportName:r?`shadow-accounts`:`orphaned`,exportTable:()=>sd(i),summary:({totalRoots:e,totalPaths:t})=>`${z(e)}, ${Z.paths(z(t))}`,children:({totalRoots:e,totalPaths:t,roots:a})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(`span`,{class:`figure figure-strong`,children:[B(`span`,{class:`figure-count`,children:z(r?i.length:e)}),` `,B(`span`,{class:`figure-words`,children:r?Z.shadowCount:Z.principals})]}),!r&&B(`span`,{class:`figure`,children:[B(`span`,{class:`figure-count`,children:z(t)}),` `,B(`span`,{class:`figure-words`,children:Z.routes.toLowerCase()})]})]}),B(V,{caption:r?Z.shadow:Z.all,columns:rd,rows:i,rowKey:({id:e})=>e,onOpen:({id:e})=>M({root:e}),total:r&&!n.hasMore?i.length:a.totalCount,hasMore:n.hasMore,isLoading:n.isLoading,onMore:n.more,empty:r?Z.noShadow:Z.noRoots})]})})}function ad(){let[e,t]=Cn(ar,{input:{asOf:A.value??null},first:200},e=>N(e.orphanedPaths),({unknown:e})=>e);return B(U,{title:Z.unknown,answer:e,exportName:`unknown-owners`,exportTable:()=>({columns:[`id`,`why`],rows:t.rows.map(({id:e,why:t})=>[e,t])}),summary:({totalUnknown:e})=>z(e),children:({totalUnknown:e})=>B(V,{caption:Z.unknown,columns:[{key:`id`,title:Z.root,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`why`,title:Z.why,cell:({why:e})=>e,sort:({why:e})=>e}],rows:t.rows,rowKey:({id:e})=>e,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Z.noUnknown})})}function od({id:e}){let[t,n]=Cn(or,{input:{of:[e],asOf:A.value??null},first:200},e=>N(e.orphanedPaths),({paths:e})=>e),r=t.data?.roots.nodes[0],i=t.data?.unknown.nodes[0];return B(S,{children:[B(`p`,{class:`back`,children:B(`a`,{href:j(`orphaned`,{list:cn(`list`)}),children:[`← `,Z.back]})}),r===void 0?B(U,{title:Z.root,answer:t,children:()=>B(S,{children:[B(`p`,{children:B(H,{id:e})}),B(`p`,{class:`empty`,children:i?`${Z.state.UNKNOWN}: ${i.why}`:Z.notListed})]})}):B(zu,{root:r,answer:t,routes:n.rows,more:n.hasMore?n.more:null})]})}function sd(e){return{columns:[`id`,`name`,`state`,`shadow`,`reasons`,`since`,`routes`,`spend_since`,`currency`,`next_owner`,`folded`],rows:e.map(e=>[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),ha(e),e.routes,e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null,e.folded.join(` `)])}}var cd=I.query,ld=/^query (\w+)/,ud=Object.values(wn).filter(e=>e instanceof F).map(e=>e.toString().trim()).filter(e=>ld.test(e)).map(e=>({name:ld.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function dd(){return B(S,{children:[B(`h1`,{children:cd.title}),B(`p`,{class:`lead`,children:cd.lead}),B(`p`,{class:`search-form`,children:[B(`a`,{href:`graphiql`,children:cd.graphiql}),B(`a`,{href:`schema.graphql`,children:cd.schema})]}),B(`section`,{class:`panel`,"aria-label":cd.documents,children:[B(`header`,{class:`panel-head`,children:B(`h2`,{children:cd.documents})}),ud.map(({name:e,document:t})=>B(`details`,{class:`document`,children:[B(`summary`,{children:e}),B(`div`,{class:`query-box`,children:B(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}var fd={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function pd(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&fd[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var md=8,hd=120;function gd({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),[i,a]=T(``),[o,s]=T(``),[c,l]=T(0),[u,d]=T(!1);E(()=>{let e=setTimeout(()=>s(i.trim()),hd);return()=>clearTimeout(e)},[i]);let f=P(fr,o?{input:pd(o,A.value),first:md}:null,e=>N(e.search)),p=o&&f.data?f.data.nodes.nodes:[];E(()=>l(0),[o]);let m=e=>{let n=p[e];n&&(t(n.id),a(``),s(``),d(!1))},h=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;l(e=>Math.max(0,Math.min(p.length-1,e+t))),d(!0)}else if(e.key===`Enter`&&o===i.trim())m(c);else return;e.preventDefault()},g=u&&o!==``;return B(`div`,{class:`search node-field`,children:[B(`input`,{type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":g,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":g&&p.length>0?`${r}-${c}`:void 0,placeholder:`${e}: ${I.field.hint.toLowerCase()}`,value:i,autofocus:n,onInput:e=>{a(e.currentTarget.value),d(!0)},onBlur:()=>d(!1),onKeyDown:h}),B(`div`,{class:`suggestions`,hidden:!g,children:[B(`ul`,{role:`listbox`,id:r,"aria-label":I.field.suggestions,children:p.map((e,t)=>B(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:e=>{e.preventDefault(),m(t)},children:B(H,{id:e.id,name:e.name,plain:!0})},e.id))}),f.state===`answered`&&p.length===0&&B(`p`,{class:`suggestions-foot`,children:I.field.noMatch})]})]})}var _d=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],vd=[1,2,3,4,5,6,8,10],yd=I.reach;function bd({filters:e}){return B(`form`,{class:`filters`,"aria-label":yd.filters,onSubmit:e=>e.preventDefault(),children:[B(Cd,{label:yd.kinds,name:`kind`,value:e.kinds[0]??``,empty:yd.anyKind,options:Object.entries(I.kinds)}),B(Cd,{label:yd.minPermission,name:`minPermission`,value:e.minPermission??``,empty:yd.anyPermission,options:Object.entries(I.permissions)}),B(Cd,{label:yd.use,name:`use`,value:e.uses[0]??``,empty:yd.anyUse,options:Object.entries(I.uses)}),B(Sd,{filters:e})]})}function xd({filters:e,children:t}){return B(`form`,{class:`filters`,"aria-label":yd.filters,onSubmit:e=>e.preventDefault(),children:[t,B(Sd,{filters:e})]})}function Sd({filters:e}){let t=_d.map(e=>[e,_i(e)]),n=e.via&&!_d.includes(e.via)?[[e.via,e.via]]:[];return B(S,{children:[B(Cd,{label:yd.via,name:`via`,value:e.via??``,empty:yd.anyVia,options:[...n,...t]}),B(Cd,{label:yd.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:yd.bases.EITHER??``,options:Object.entries(yd.bases).filter(([e])=>e!==`EITHER`)}),B(Cd,{label:yd.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:yd.anyHops,options:vd.map(e=>[String(e),yd.upToHops(e)])})]})}function Cd({label:e,name:t,value:n,empty:r,options:i}){return B(`label`,{class:n===``?`choice`:`choice is-set`,children:[B(`span`,{children:e}),B(`select`,{value:n,onChange:e=>M({[t]:e.currentTarget.value}),children:[B(`option`,{value:``,children:r}),i.map(([e,t])=>B(`option`,{value:e,children:t},e))]})]})}var wd=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],Td=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Ed=[`GRANTED`,`OBSERVED`,`EITHER`],Dd=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function Od(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>wd.includes(e)),minPermission:n(Td,t(`minPermission`)),basis:n(Ed,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>Dd.includes(e))}}function kd(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function Ad(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function jd(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var Md=I.paths,Nd=[1,3,5,10,20,50],Pd=10,Fd=`all`,Id=Nu((e,t)=>I.picture.step(e,t));function Ld(){let[e,t]=[cn(`from`),cn(`to`)],n=Od(tn.value.params),r=Number(cn(`k`)??Pd),i=Nd.includes(r)?r:Pd,a=kd({...n,kinds:[],minPermission:null},A.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=P(lr,o,e=>N(e.accessPaths));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:Md.title}),B(`p`,{class:`lead`,children:Md.lead}),B(`div`,{class:`subject`,children:[B(Rd,{name:`from`,label:Md.from,id:e}),B(`button`,{type:`button`,onClick:()=>M({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[B(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,Md.swap]}),B(Rd,{name:`to`,label:Md.to,id:t})]}),o&&B(S,{children:[B(xd,{filters:n,children:B(Cd,{label:Md.k,name:`k`,value:i===Pd?``:String(i),empty:String(Pd),options:Nd.filter(e=>e!==Pd).map(e=>[String(e),String(e)])})}),B(U,{title:Md.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>Vd(e.nodes),summary:({total:e})=>Md.found(z(e)),children:e=>B(zd,{data:e,subject:JSON.stringify(o)})})]})]})}function Rd({name:e,label:t,id:n}){return B(`span`,{class:`path-end`,children:[B(`span`,{class:`path-end-label`,children:t}),n&&B(H,{id:n}),B(gd,{label:t,onChoose:t=>M({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function zd({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>ra(e.from,e.to,n),[e]),c=cn(`path`)??`0`,l=c===Fd?Fd:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return B(`p`,{class:`empty`,children:Md.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return B(S,{children:[B(`p`,{class:`path-count`,children:[B(`b`,{children:Md.found(z(e.total))}),` `,B(`a`,{href:j(`changes`,{of:e.from}),children:Md.changes})]}),B(`div`,{class:`path-sides`,children:[B(`section`,{class:`reach-picture`,"aria-label":I.reach.picture,children:B(tl,{graph:s,words:Id,title:Md.title,subject:t,direction:`out`,selected:r??cn(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),M({row:t?void 0:e??void 0},!0)},focused:l===Fd?null:l,onFocus:e=>e===null&&M({path:Fd}),provenance:e,exportName:`paths`})}),B(`ol`,{class:`paths`,"aria-label":I.reach.list,children:n.map((e,t)=>B(Bd,{path:e,isShown:String(t)===l,onShow:()=>M({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&B(`div`,{class:`reach-evidence`,children:B(Cu,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function Bd({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=jd(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return B(`li`,{class:t?`path is-shown`:`path`,children:[B(`p`,{class:`path-head`,children:[B(`b`,{children:Md.hops(e.hops)}),` `,B(bi,{permission:e.permission}),e.permission&&!e.permissionKnown&&B(`sup`,{title:I.reach.permissionAssumed,children:`?`}),B(`span`,{class:`muted small`,title:o?`${Md.latestEdge}: ${o.edge.sourceName} ${Du(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?Md.heldSince(Or(o.at)):Md.heldSinceUnknown})]}),B(`p`,{class:`path-sentence`,children:e.sentence}),B(`p`,{class:`path-tools`,children:[B(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:Md.focusPath}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?Md.copied:Md.copy}),B(`button`,{type:`button`,class:`quiet`,onClick:r,children:Md.evidence})]})]})}function Vd(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,jd(e.edges)?.at??null])}}var Hd=I.reach;function Ud(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??qd,a=O(()=>Ad(i,e.filters.uses),[i,e.filters.uses.join()]),o=Jd(a),s=e.earlier?.rows??null,c=O(()=>s===null?null:Wd(Ad(s,e.filters.uses),a),[s,a]),l=a.some(({sensitivity:e})=>e)?$d:ef,[u,d]=T(null),f=r.data===void 0?[]:e.ends(r.data),p=JSON.stringify([n,f,e.filters]),m=O(()=>ta(f,a,n),[a,p]),h=cn(`row`)??null,g=cn(`focus`)??null,_=e=>{let t=e?.includes(`	`)??!1;d(t?e:null),M({row:t?void 0:e??void 0},!0)},v=Zd(m,a,h,u);return B(S,{children:[B(U,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>tf(a),summary:({total:e})=>Hd.summary(z(e)),candidateHref:t=>j(e.exportName,{[e.endParam]:t}),children:r=>B(S,{children:[B(nf,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&B(`p`,{class:`muted small`,children:Hd.usedAmong(z(a.length),z(i.length))}),e.earlier?.answer.state===`failed`&&B(ki,{problem:e.earlier.answer.problem}),e.earlier?.answer.state===`loading`&&B(`p`,{class:`asking`,"aria-busy":`true`,children:I.loading}),c&&B(`p`,{class:`small compared`,children:[B(`b`,{class:`side-opened`,children:[`+`,I.compare.opened(z(c.opened.size))]}),` `,B(`b`,{class:`side-closed`,children:[`−`,I.compare.closed(z(c.closed.length))]}),(t.more!==null||e.earlier?.more)&&B(S,{children:[` `,I.compare.amongFirst]})]}),t.more!==null&&B(`p`,{class:`muted small`,children:[Hd.some(z(i.length),z(r.total)),` `,B(`button`,{type:`button`,onClick:t.more,children:I.more})]}),t.rows===null?B(`p`,{class:`asking`,"aria-busy":`true`,children:I.loading}):B(`div`,{class:`reach-sides`,children:[B(`section`,{class:`reach-picture`,"aria-label":Hd.picture,children:B(tl,{graph:m,words:n===`out`?Yd:Xd(m),title:e.title,subject:p,direction:n,selected:u??h,onSelect:_,focused:g,onFocus:e=>M({focus:e??void 0}),provenance:r,exportName:e.exportName})}),B(`section`,{class:`reach-list`,"aria-label":Hd.list,"aria-busy":o.length<a.length,children:[B(V,{caption:e.title,columns:c?[Gd(c.opened),...l]:l,rows:o,rowKey:({id:e})=>e,selected:h??``,onOpen:({id:e})=>_(e),total:a.length,empty:Hd.nothingFits}),c&&c.closed.length>0&&B(S,{children:[B(`h3`,{class:`closed-title`,children:I.compare.closedTitle}),B(V,{caption:I.compare.closedTitle,columns:$d,rows:c.closed,rowKey:({id:e})=>e})]})]})]})]})}),v.length>0&&B(`div`,{class:`reach-evidence`,children:[B(Cu,{edges:v,onClose:()=>_(null)},u??h??``),h!==null&&f[0]!==void 0&&B(`p`,{class:`reach-next`,children:B(`a`,{href:e.pathsHref(f[0],h),children:Hd.whatIfGone})})]})]})}function Wd(e,t){let n=new Set(e.map(({id:e})=>e)),r=new Set(t.map(({id:e})=>e));return{opened:new Set([...r].filter(e=>!n.has(e))),closed:e.filter(({id:e})=>!r.has(e))}}var Gd=e=>({key:`opened`,title:I.changes.change,cell:({id:t})=>e.has(t)&&B(`b`,{class:`side side-opened`,children:[B(`span`,{"aria-hidden":`true`,children:`+`}),` `,I.compare.openedMark]}),sort:({id:t})=>Number(!e.has(t))}),Kd=50,qd=[];function Jd(e){let[t,n]=T(qd);return E(()=>{if(e.length<=Kd)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,Kd),[t,e])}var Yd=Nu(I.picture.hop);function Xd(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return Nu((e,n)=>I.picture.hopTo(t-e,n))}function Zd(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(Qd)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...Qd(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(Qd)).slice(0,50)}var Qd=e=>e,$d=[{key:`name`,title:Hd.name,cell:({id:e,name:t})=>B(H,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Hd.permission,cell:({permission:e,permissionKnown:t})=>B(`span`,{title:e&&!t?Hd.permissionAssumed:void 0,children:[B(bi,{permission:e}),e&&!t&&B(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Hd.sensitivity,cell:({sensitivity:e})=>B(xi,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Hd.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Hd.used,cell:({exercised:e})=>I.uses[e],sort:({exercised:e})=>I.uses[e]},{key:`lastUsed`,title:Hd.lastUsed,cell:({lastUsed:e})=>kr(e),sort:({lastUsed:e})=>e,wide:!0}],ef=$d.filter(({key:e})=>e!==`sensitivity`);function tf(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function nf({totals:e,facts:t,direction:n}){return B(`dl`,{class:`totals`,children:[B(of,{title:n===`out`?Hd.reached:Hd.reachedBy,children:B(`b`,{class:`total-number`,children:z(e.total)})}),t,B(of,{title:Hd.byKind,children:e.byKind.map(({key:e,value:t})=>B(`a`,{class:`count`,href:j(n===`out`?`blast-radius`:`exposure`,rf(e)),children:[z(t),` `,t===1?_i(e).toLowerCase():I.picture.pluralKinds[e]??_i(e)]},e))}),e.bySensitivity.length>0&&B(of,{title:Hd.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>B(`span`,{class:`count`,children:[z(t),` `,B(xi,{sensitivity:e})]},e))}),e.byPermission.length>0&&B(of,{title:Hd.byPermission,children:e.byPermission.map(({key:e,value:t})=>B(`span`,{class:`count`,children:[z(t),` `,B(bi,{permission:e})]},e))})]})}function rf(e){return{start:af(`start`),target:af(`target`),kind:e}}var af=e=>cn(e);function of({title:e,children:t}){return B(`div`,{class:`total`,children:[B(`dt`,{children:e}),B(`dd`,{children:t})]})}var sf=2e3;function cf(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:sf}),s=a.of===i?a.rows:sf,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return lf(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||_n(e)||l({of:i,answer:{state:`failed`,question:r,problem:Sn(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+sf}):null}}async function lf(e,t,n,r,i,a){let o=n(await yn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await yn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var uf=I.reach;function df(){let e=ln(`start`),t=Od(tn.value.params),n=n=>e.length>0?{input:{start:[...e],...kd(t,n)},first:200}:null,r=cf(ur,n(A.value),e=>N(e.blastRadius)),i=nn.value!==void 0,a=cf(ur,i?n(nn.value):null,e=>N(e.blastRadius));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:uf.blastRadius}),B(`p`,{class:`lead`,children:e.length>0?uf.blastRadiusLead:uf.chooseStart}),B(`div`,{class:`subject`,children:[e.map(t=>B(`span`,{class:`subject-node`,children:[B(H,{id:t}),B(`button`,{type:`button`,class:`quiet`,"aria-label":uf.remove(t),onClick:()=>M({start:e.filter(e=>e!==t)}),children:`×`})]},t)),B(gd,{label:e.length>0?uf.addStart:uf.start,onChoose:t=>M({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&B(S,{children:[B(bd,{filters:t}),B(Ud,{title:uf.blastRadius,direction:`out`,ends:e=>e.start,reach:r,earlier:i?a:null,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>j(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>B(S,{children:[B(of,{title:uf.score,children:Er(e)}),B(of,{title:uf.share,children:Tr(t)}),B(of,{title:uf.spend,children:B(`span`,{title:n?yr(n):void 0,children:L(n)})})]})})]})]})}var ff=I.reach;function pf(){let e=cn(`target`),t=Od(tn.value.params),n=n=>e?{input:{target:e,...kd(t,n)},first:200}:null,r=cf(dr,n(A.value),e=>N(e.exposure)),i=nn.value!==void 0,a=cf(dr,i?n(nn.value):null,e=>N(e.exposure));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:ff.exposure}),B(`p`,{class:`lead`,children:e?ff.exposureLead:ff.chooseTarget}),B(`div`,{class:`subject`,children:[e&&B(H,{id:e}),B(gd,{label:ff.target,onChoose:e=>M({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&B(S,{children:[B(bd,{filters:t}),B(Ud,{title:ff.exposure,direction:`in`,ends:e=>[e.target],reach:r,earlier:i?a:null,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>j(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var mf=`remit.recent`,hf=20,gf=[`start`,`target`,`from`,`node`,`of`];function _f(){try{let e=JSON.parse(localStorage.getItem(mf)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,hf):[]}catch{return[]}}var vf=_t(_f()),yf=({params:e})=>gf.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function bf(e){if(!yf(e))return;let t=en(e);vf.value=[t,...vf.value.filter(e=>e!==t)].slice(0,hf),localStorage.setItem(mf,JSON.stringify(vf.value))}function xf(){vf.value=[],localStorage.removeItem(mf)}var Sf=()=>vf.value.map($t),Cf=[{key:`name`,title:I.search.name,cell:({id:e,name:t})=>B(H,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:I.search.kind,cell:({kind:e})=>_i(e),sort:({kind:e})=>_i(e)},{key:`source`,title:I.search.source,cell:({id:e})=>pi(e),sort:({id:e})=>pi(e),wide:!0},{key:`id`,title:I.search.id,cell:({id:e})=>B(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:I.search.actions,cell:({id:e})=>B(`span`,{class:`actions`,children:[B(`a`,{href:j(`blast-radius`,{start:e}),children:I.search.blastRadius}),B(`a`,{href:j(`exposure`,{target:e}),children:I.search.exposure})]})}];function wf(){let e=cn(`text`)??``,t=ln(`kind`),n=e?{input:pd(e,A.value,t),first:100}:null,[r,i]=Cn(fr,n,e=>N(e.search),({nodes:e})=>e);return B(S,{children:[B(`h1`,{children:I.search.title}),B(`p`,{class:`lead`,children:I.search.lead}),B(`div`,{class:`search-form`,children:[B(`input`,{type:`text`,"aria-label":I.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>M({text:e.currentTarget.value},!0)}),B(`select`,{"aria-label":I.search.kind,value:t[0]??``,onChange:e=>M({kind:e.currentTarget.value}),children:[B(`option`,{value:``,children:I.search.allKinds}),Object.entries(I.kinds).map(([e,t])=>B(`option`,{value:e,children:t},e))]})]}),n?B(U,{title:I.search.matches(r.data?z(r.data.total):I.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>I.search.matches(z(e)),children:({total:e})=>B(V,{caption:I.search.title,columns:Cf,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=Si(e);sn(t,{[n]:e})}})}):B(Tf,{})]})}function Tf(){let e=Sf();return B(`section`,{class:`panel`,"aria-label":I.search.recent,children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:I.search.recent}),e.length>0&&B(`button`,{type:`button`,class:`quiet`,onClick:xf,children:I.search.forget})]}),e.length===0&&B(`p`,{class:`empty`,children:I.search.noRecent}),B(`ul`,{class:`plain-list recent`,children:e.map(e=>B(`li`,{children:[B(`span`,{children:vr(e.view)}),B(H,{id:yf(e),href:en(e)})]},en(e)))})]})}var Q=I.sources;function Ef({reasons:e}){return B(S,{children:e.map(({code:e,detail:t})=>B(`p`,{class:`small`,children:[B(`code`,{children:e}),` `,t]},e+t))})}var Df=({state:e})=>B(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function Of({scopes:e}){return B(`details`,{children:[B(`summary`,{children:Q.scopes(z(e.length))}),B(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>B(`li`,{children:[B(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var kf=[{key:`source`,title:Q.source,cell:({source:e})=>B(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>B(Df,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>Or(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>B(S,{children:[Ar(e.ageS),` `,zi(e)&&B(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?B(`span`,{class:`muted`,children:Q.notPromised}):Ar(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>B(Of,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>B(Ef,{reasons:e}),wide:!0}],Af=e=>e.map(({key:e,value:t})=>`${e} ${z(t)}`).join(`, `)||I.unknown,jf=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>Or(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>B(Df,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>B(`span`,{class:`small`,children:Af(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>B(`span`,{class:`small`,children:Af(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>B(`span`,{class:`small`,children:Af(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>B(Ef,{reasons:e}),wide:!0}];function Mf(){let e=P(pr,{},({status:e})=>e),t=cn(`source`);return B(S,{children:[B(`h1`,{children:Q.title}),B(`p`,{class:`lead`,children:Q.lead}),B(U,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>B(V,{caption:Q.title,columns:kf,rows:e,rowKey:({source:e})=>e,selected:t})}),B(U,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>B(V,{caption:Q.runs,columns:jf,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var Nf=I.unresolved;function Pf({command:e}){let[t,n]=T(!1);if(!e)return B(`span`,{class:`muted`,children:I.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return B(`span`,{class:`command`,children:[B(`code`,{children:e}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?Nf.copied:Nf.copy})]})}var Ff=[{key:`kind`,title:Nf.kind,cell:({kind:e})=>Nf.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:Nf.subject,cell:({id:e,name:t})=>e.includes(`/`)?B(H,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Nf.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:Nf.candidates,wide:!0,cell:({candidates:e})=>B(S,{children:e.map(e=>B(`p`,{children:B(H,{id:e})},e))})},{key:`command`,title:Nf.command,cell:({command:e})=>B(Pf,{command:e})}];function If(){let[e,t]=Cn(gr,{input:{asOf:A.value??null},first:100},e=>N(e.unresolved),({rows:e})=>e);return B(S,{children:[B(`h1`,{children:Nf.title}),B(`p`,{class:`lead`,children:Nf.lead}),B(U,{title:e.data?`${Nf.title}: ${z(e.data.total)}`:Nf.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>z(e),children:({total:e})=>B(V,{caption:Nf.title,columns:Ff,rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Nf.none})})]})}var Lf=I.whatIf,Rf=Object.keys(I.picture.edges).filter(e=>![`USED`,`SAME_AS`,`LOSES`].includes(e));function zf({onPut:e}){let[t,n]=T(`remove`),[r,i]=T(!1),[a,o]=T({}),[s,c]=T(`CAN_ACCESS`),[l,u]=T(``),d=t===`add`||t===`remove`&&r,f=n=>e(t,n),p=()=>{let{source:n,target:r}=a;if(!n||!r)return;let i={source:n,kind:s,target:r};e(t,t===`add`?da(i,l):ua(i)),o({})};return B(`form`,{class:`edit-form`,"aria-label":Lf.edit,onSubmit:e=>e.preventDefault(),children:[B(Vf,{label:Lf.edit,value:t,onChange:e=>n(e),options:oa.map(e=>[e,Lf.editKinds[e]??e])}),t===`remove`&&B(Vf,{label:Lf.what,value:r?`edge`:`node`,onChange:e=>i(e===`edge`),options:[[`node`,Lf.node],[`edge`,Lf.edge]]}),d?B(S,{children:[B(Bf,{label:Lf.from,id:a.source,onChoose:e=>o({...a,source:e})}),B(Vf,{label:Lf.kind,value:s,onChange:c,options:Rf.map(e=>[e,Du(e)])}),B(Bf,{label:Lf.to,id:a.target,onChoose:e=>o({...a,target:e})}),t===`add`&&B(Vf,{label:Lf.permission,value:l,onChange:u,options:[[``,Lf.noPermission],...Object.entries(I.permissions)]}),B(`button`,{type:`button`,class:`primary`,disabled:!a.source||!a.target,onClick:p,children:Lf.put})]}):B(gd,{label:Lf.editKinds[t]??t,onChoose:f}),B(`p`,{class:`muted small edit-help`,children:Lf.editHelp[t]})]})}function Bf({label:e,id:t,onChoose:n}){return B(`span`,{class:`edit-end`,children:[t&&B(H,{id:t}),B(gd,{label:e,onChoose:n})]})}function Vf({label:e,value:t,onChange:n,options:r}){return B(`label`,{class:`choice`,children:[B(`span`,{children:e}),B(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:r.map(([e,t])=>B(`option`,{value:e,children:t},e))})]})}var $=I.whatIf;function Hf(){let e=sa(tn.value.params),t=ca(e),n=P(_r,t?{input:la(e,A.value),first:200}:null,e=>N(e.whatIf)),r=(t,n)=>M({[t]:e[t].filter(e=>e!==n)});return B(`div`,{class:`what-if-view`,children:[B(`h1`,{children:$.title}),B(`p`,{class:`lead`,children:$.lead}),B(`section`,{class:`panel edits`,"aria-label":$.edits,children:[t?B(`ul`,{class:`edit-list`,children:oa.flatMap(t=>e[t].map(e=>B(Uf,{kind:t,edit:e,onLeave:()=>r(t,e)},`${t} ${e}`)))}):B(`p`,{class:`muted`,children:$.nothing}),B(zf,{onPut:(t,n)=>M({[t]:[...e[t].filter(e=>e!==n),n]})})]}),t&&B(U,{title:$.result,answer:n,exportName:`what-if`,exportTable:ep,summary:({totalLost:e,totalGained:t})=>$.summary(z(e),z(t)),children:e=>B(Wf,{data:e})})]})}function Uf({kind:e,edit:t,onLeave:n}){let{source:r,kind:i,target:a,permission:o}=pa(t,e);return B(`li`,{class:`edit`,children:[B(`span`,{class:`tag edit-kind edit-${e}`,children:$.editKinds[e]}),B(H,{id:r}),i&&B(`span`,{class:`muted`,children:Du(i)}),a&&B(H,{id:a}),o&&B(`span`,{children:I.permissions[o]}),B(`button`,{type:`button`,class:`quiet`,"aria-label":$.leaveOut(t),onClick:n,children:`×`})]})}function Wf({data:e}){let t=[...e.orphanedPaths.closed.map(e=>({...e,isOpened:!1})),...e.orphanedPaths.opened.map(e=>({...e,isOpened:!0}))],{used:n,indirect:r,unused:i,unknown:a}=e.lostByUse;return B(S,{children:[B(`div`,{class:`what-if-top`,children:[B(`div`,{children:[B(Iu,{before:e.before,after:e.after}),e.spendStopsPerMonth&&B(`p`,{class:`muted small`,title:yr(e.spendStopsPerMonth),children:$.spendStops(L(e.spendStopsPerMonth))})]}),B(Gf,{title:$.order,lead:$.orderLead,children:B(V,{caption:$.order,columns:Jf,rows:e.order,rowKey:qf})})]}),B(Gf,{title:`${$.lost}: ${z(e.totalLost)}`,lead:e.totalLost>0?$.lostSummary(z(n),z(r),z(i),z(a)):void 0,children:B(V,{caption:$.lost,columns:Xf,rows:e.lost.nodes,rowKey:Kf,total:e.totalLost,empty:$.noLost})}),e.totalGained>0&&B(Gf,{title:`${$.gained}: ${z(e.totalGained)}`,children:B(V,{caption:$.gained,columns:Zf,rows:e.gained.nodes,rowKey:Kf,total:e.totalGained})}),B(`div`,{class:`what-if-sides`,children:[B(Gf,{title:`${$.principals}: ${z(e.principals.totalCount)}`,children:B(V,{caption:$.principals,columns:Qf,rows:e.principals.nodes,rowKey:({id:e})=>e,total:e.principals.totalCount,empty:$.noPrincipals})}),B(Gf,{title:`${$.closed}: ${z(e.orphanedPaths.closed.length)} · ${$.opened}: ${z(e.orphanedPaths.opened.length)}`,children:B(V,{caption:$.closed,columns:$f,rows:t,rowKey:({root:e,target:t,isOpened:n})=>`${e} ${t} ${n}`,empty:$.noPaths})})]})]})}function Gf({title:e,lead:t,children:n}){return B(`section`,{class:`part`,"aria-label":e,children:[B(`h3`,{children:e}),t&&B(`p`,{class:`panel-lead`,children:t}),n]})}var Kf=({id:e,target:t})=>`${e} ${t}`,qf=({source:e,target:t,action:n})=>`${e} ${t} ${n}`,Jf=[{key:`action`,title:I.orphaned.step,cell:({action:e})=>e},{key:`system`,title:I.orphaned.system,cell:({system:e})=>B(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`used`,title:$.usedBy,cell:({usedBy:e})=>z(e),align:`end`},{key:`command`,title:I.orphaned.command,wide:!0,cell:({command:e})=>e?B(Su,{command:e}):B(`span`,{class:`muted`,children:I.orphaned.noCommand})}],Yf=[`YES`,`INDIRECT`,`UNKNOWN`,`NO`],Xf=[{key:`who`,title:$.who,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,cell:({permission:e})=>e?B(bi,{permission:e}):I.unknown,wide:!0},{key:`left`,title:$.left,cell:({left:e})=>e?B(bi,{permission:e}):B(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`use`,title:$.use,cell:({used:e})=>B(`span`,{class:e===`YES`?`tag tag-warn`:`muted`,children:I.uses[e]}),sort:({used:e})=>Yf.indexOf(e)}],Zf=[{key:`who`,title:$.who,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`had`,title:$.had,cell:({had:e})=>e?B(bi,{permission:e}):B(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`permission`,title:$.permission,cell:({permission:e})=>e?B(bi,{permission:e}):I.unknown}],Qf=[{key:`who`,title:$.who,cell:({id:e,name:t})=>B(H,{id:e,name:t})},{key:`data`,title:I.home.dataSources,align:`end`,cell:e=>`${z(e.dataSourcesBefore)} → ${z(e.dataSourcesAfter)}`,sort:e=>e.dataSourcesAfter-e.dataSourcesBefore},{key:`score`,title:$.score,align:`end`,cell:e=>`${Er(e.scoreBefore)} → ${Er(e.scoreAfter)}`,sort:e=>e.scoreAfter-e.scoreBefore}],$f=[{key:`change`,title:$.change,cell:({isOpened:e})=>B(`span`,{class:`side side-${e?`closed`:`opened`}`,children:e?I.changes.opened:I.changes.closed}),sort:({isOpened:e})=>Number(e)},{key:`root`,title:I.orphaned.root,cell:({root:e})=>B(H,{id:e,href:j(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:I.orphaned.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,wide:!0,cell:({permission:e})=>e?B(bi,{permission:e}):I.unknown}];function ep({lost:e,gained:t}){return{columns:[`change`,`id`,`target`,`permission_before`,`permission_after`,`used`],rows:[...e.nodes.map(e=>[`lost`,e.id,e.target,e.permission??null,e.left??null,e.used]),...t.nodes.map(e=>[`gained`,e.id,e.target,e.had??null,e.permission??null,e.used])]}}var tp=[`ask`],np=[{name:`home`,component:ka,key:`h`,rights:tp,isListed:!0},{name:`orphaned`,component:nd,key:`o`,rights:tp,isListed:!0},{name:`what-if`,component:Hf,key:`w`,rights:tp,isListed:!0},{name:`blast-radius`,component:df,key:`b`,rights:tp,isListed:!0},{name:`exposure`,component:pf,key:`e`,rights:tp,isListed:!0},{name:`paths`,component:Ld,key:`p`,rights:tp,isListed:!0},{name:`search`,component:wf,key:`/`,rights:tp,isListed:!1},{name:`cost`,component:cu,key:`c`,rights:tp,isListed:!0},{name:`changes`,component:bu,key:`d`,rights:tp,isListed:!0},{name:`unresolved`,component:If,key:`l`,rights:tp,isListed:!0},{name:`sources`,component:Mf,key:`s`,rights:tp,isListed:!0},{name:`query`,component:dd,key:`q`,rights:tp,isListed:!0}],rp=`remit.theme`,ip=[`auto`,`light`,`dark`],ap=localStorage.getItem(rp),op=_t(ip.find(e=>e===ap)??`auto`);function sp(){document.documentElement.dataset.theme=op.value}function cp(){op.value=ip[(ip.indexOf(op.value)+1)%ip.length],localStorage.setItem(rp,op.value),sp()}var lp=1500,up=`search-box`,dp=_t(!1),fp=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function pp(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}function mp(e){let t=[...document.querySelectorAll(`main tbody tr[tabindex='0']`)],n=document.activeElement?.closest(`table`)??null,r=t.findIndex(e=>e.closest(`table`)===n);t[r<0?e===1?0:t.length-1:r+e]?.focus()}var hp=-1/0;function gp(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){dp.value=!1,fp(e.target)&&e.target.blur();return}if(fp(e.target))return;let t=performance.now()-hp<lp;if(hp=-1/0,t){let t=np.find(({key:t,rights:n})=>t===e.key&&Ut(...n));t&&(e.preventDefault(),sn(t.name));return}let n={"/":()=>document.getElementById(up)?.focus(),g:()=>{hp=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:cp,"<":()=>Gr(-1),">":()=>Gr(1),c:Yr,"?":()=>{dp.value=!dp.value},"]":()=>mp(1),"[":()=>mp(-1),j:pp,k:pp}[e.key];n&&(e.preventDefault(),n())}var _p=()=>document.addEventListener(`keydown`,gp),vp=8,yp=120;function bp(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),yp);return()=>clearTimeout(t)},[e]);let l=P(fr,n?{input:pd(n,A.value),first:vp}:null,e=>N(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&Mi(I.search.matches(z(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=Si(n.id);sn(e,{[t]:n.id})}else sn(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${up}-list`;return B(`search`,{class:`search`,children:[B(`input`,{ref:c,id:up,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":I.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:I.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),B(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),B(`div`,{class:`suggestions`,hidden:!f,children:[B(`ul`,{role:`listbox`,id:g,"aria-label":I.shell.suggestions,children:u.map((e,t)=>B(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:B(H,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&B(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&B(`p`,{class:`suggestions-foot`,children:I.shell.noMatch}),d>u.length&&u.length>0&&B(`p`,{class:`suggestions-foot`,children:B(`a`,{href:j(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:I.shell.allMatches(z(d))})})]})]})}var xp={auto:`◐`,light:`○`,dark:`●`};function Sp(){return B(`header`,{class:`top`,children:[B(`a`,{class:`product`,href:j(`home`),children:[B(Cp,{}),I.product]}),B(bp,{}),B(`div`,{class:`top-tools`,children:[B(`button`,{type:`button`,class:`quiet icon`,onClick:cp,title:I.shell.theme[op.value],"aria-label":I.shell.theme[op.value],children:B(`span`,{"aria-hidden":`true`,children:xp[op.value]})}),B(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":dp.value,title:I.shell.help,"aria-label":I.shell.help,onClick:()=>dp.value=!dp.value,children:B(`span`,{"aria-hidden":`true`,children:`?`})}),Ht.value?.session&&B(`span`,{class:`session`,id:`session`,children:[B(`span`,{id:`who`,children:I.shell.signedInAs(Ht.value.name)}),B(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Gt(),children:I.shell.signOut})]})]})]})}function Cp(){return B(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[B(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),B(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function wp(){return B(`nav`,{class:`views`,"aria-label":I.shell.navigation,children:B(`ul`,{children:np.filter(({isListed:e,rights:t})=>e&&Ut(...t)).map(({name:e,key:t})=>B(`li`,{children:B(`a`,{href:j(e),"aria-current":tn.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:vr(e)})},e))})})}var Tp=[[`/`,I.keys.search],[`j`,I.keys.next],[`k`,I.keys.previous],[`]`,I.keys.nextList],[`[`,I.keys.previousList],[`Enter`,I.keys.open],[`w`,I.keys.whatGoes],[`u`,I.keys.undo],[`U`,I.keys.redo],[`<`,I.keys.earlier],[`>`,I.keys.later],[`c`,I.keys.compare],[`t`,I.keys.theme],[`Esc`,I.keys.leave],[`?`,I.keys.help]];function Ep(){let e=D(null),t=dp.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),B(`dialog`,{ref:e,class:`help`,"aria-label":I.keys.title,onClose:()=>dp.value=!1,children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:I.keys.title}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>dp.value=!1,children:I.shell.closeHelp})]}),B(`dl`,{class:`keys`,children:[Tp.map(([e,t])=>B(`div`,{children:[B(`dt`,{children:B(`kbd`,{children:e})}),B(`dd`,{children:t})]},e)),np.filter(({key:e,isListed:t,rights:n})=>e&&t&&Ut(...n)).map(({name:e,key:t})=>B(`div`,{children:[B(`dt`,{children:[B(`kbd`,{children:`g`}),` `,B(`span`,{class:`visually-hidden`,children:I.keys.then}),` `,B(`kbd`,{children:t})]}),B(`dd`,{children:vr(e)})]},e))]})]})}var Dp=12;function Op(){let{value:e}=Ii;return B(`div`,{class:`strip`,id:`state`,children:[B(kp,{}),e?.builtAt&&B(`a`,{class:Bi.value.length?`strip-late`:``,href:j(`sources`),children:Bi.value.length?B(S,{children:[B(`span`,{"aria-hidden":`true`,children:`▲ `}),I.shell.lateSources(Bi.value.length)]}):I.shell.sourcesOnTime(e.sources.length)}),B(Xr,{})]})}function kp(){let{value:e}=Ii;if(Li.value)return B(`span`,{class:`strip-late`,children:Li.value.code===`OFFLINE`?I.shell.offline:Li.value.message||I.shell.statusFailed});if(!e)return B(`span`,{children:I.loading});if(!e.builtAt)return B(`span`,{class:`strip-late`,children:I.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return B(S,{children:[B(`span`,{children:I.shell.generation(e.generation)}),B(`span`,{title:Or(e.builtAt),children:I.shell.built(Ar(t))}),e.digest&&B(`span`,{title:e.digest,children:[I.shell.digest(``),B(`code`,{children:e.digest.slice(0,Dp)})]})]})}function Ap(){let{view:e}=tn.value,t=D(null),n=D(!0);return E(()=>{document.title=`${vr(e)} · ${I.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>bf(tn.value),[tn.value]),B(S,{children:[B(`a`,{class:`skip`,href:en(tn.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:I.shell.skip}),B(Sp,{}),B(wp,{}),B(Op,{}),Ut(`ask`)&&B(Zr,{}),B(`main`,{ref:t,tabIndex:-1,children:Ht.value&&B(jp,{name:e},`${e} ${Ri.value}`)}),B(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:ji.value}),B(Ep,{})]})}function jp({name:e}){let t=np.find(t=>t.name===e);if(!t)return B(`section`,{class:`panel`,children:[B(`h1`,{children:I.notThere.title}),B(`p`,{children:I.notThere.lead}),B(`p`,{children:B(`a`,{href:j(`home`),children:I.notThere.home})})]});if(!Ut(...t.rights))return B(`p`,{class:`panel`,children:I.notAllowed});let n=t.component;return B(n,{})}sp(),un();var Mp=qt();Mp&&!location.hash&&(location.hash=Mp),_p(),Wt(),Hi(),Ae(B(Ap,{}),document.getElementById(`explorer`));export{D as a,o as c,E as i,l,Mi as n,T as o,B as r,O as s,xc as t};