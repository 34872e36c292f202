var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&vt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function gt(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}gt.prototype.brand=rt,gt.prototype.h=function(){return!0},gt.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},gt.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},gt.prototype.subscribe=function(e){var t=this;return Dt(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},gt.prototype.valueOf=function(){return this.value},gt.prototype.toString=function(){return this.value+``},gt.prototype.toJSON=function(){return this.value},gt.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(gt.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function _t(e,t){return new gt(e,t)}function vt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function yt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function bt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function xt(e,t){gt.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}xt.prototype=new gt,xt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!vt(this))return this.f&=-2,!0;var e=k;try{yt(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,bt(this),this.f&=-2,!0},xt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}gt.prototype.S.call(this,e)},xt.prototype.U=function(e){if(this.t!==void 0&&(gt.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},xt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(xt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function St(e,t){return new xt(e,t)}function Ct(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,wt(e),t}finally{k=n,it()}}}function wt(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ct(e)}function Tt(e){if(k!==this)throw Error(`Out-of-order effect`);bt(this),k=e,this.f&=-2;try{8&this.f&&wt(this)}finally{it()}}function Et(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}Et.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},Et.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,Ct(this),yt(this),lt++;var e=k;return k=this,Tt.bind(this,e)},Et.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},Et.prototype.d=function(){this.f|=8,1&this.f||wt(this)},Et.prototype.dispose=function(){this.d()};function Dt(e,t){var n=new Et(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Ot,kt,At=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,jt=[];Dt(function(){Ot=this.N})();function Mt(e,t){u[e]=t.bind(null,u[e]||function(){})}function Nt(e){if(kt){var t=kt;kt=void 0,t()}kt=e&&e.S()}function Pt(e){var t=this,n=e.data,r=It(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=St(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=St(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Dt(function(){if(this.N=zt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Pt.displayName=`ReactiveTextNode`,Object.defineProperties(gt.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Pt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),Mt(`__b`,function(e,t){if(Nt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof gt&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),Mt(`__r`,function(e,t){if(e(t),t.type!==S){Nt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Dt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;At&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),Nt(n)}}),Mt(`__e`,function(e,t,n,r){Nt(),e(t,n,r)}),Mt(`diffed`,function(e,t){Nt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Ft(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Ft(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=_t(n);return{o:function(e,t){a.value=e,r=t},d:Dt(function(){this.N=zt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}Mt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),Mt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function It(e,t){return O(function(){return _t(e,t)},[])}var Lt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Rt(){at(function(){for(var e;e=jt.shift();)Ot.call(e)})}function zt(){jt.push(this)===1&&(u.requestAnimationFrame||Lt)(Rt)}var Bt=`remit.return`,Vt=!1,Ht=_t(null),Ut=(...e)=>e.some(e=>Ht.value?.rights.includes(e));async function Wt(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Kt(),e.ok&&(Ht.value=await e.json())}async function Gt(){Vt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});Vt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Kt(){Vt||(Vt=!0,sessionStorage.setItem(Bt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function qt(){let e=sessionStorage.getItem(Bt)??``;return sessionStorage.removeItem(Bt),e}var Jt=[`asOf`],Yt=/%(3A|2F|40|2C|3E|20)/g,Xt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Zt(e){return encodeURIComponent(e).replace(Yt,e=>Xt[e])}function Qt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function $t(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Qt(t)]??=[]).push(Qt(n))}return{view:Qt(t)||`home`,params:{...r}}}function en({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Zt(e)}=${Zt(t)}`));return`#/${e===`home`?``:Zt(e)}${n.length?`?${n.join(`&`)}`:``}`}var A=_t($t(globalThis.location?.hash??``)),j=St(()=>A.value.params.asOf?.[0]);function tn(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function nn(e,t={}){let n={};for(let e of Jt){let t=A.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...tn(t)}}}var M=(e,t={})=>en(nn(e,t));function rn(e,t={}){globalThis.location.hash=M(e,t)}function N(e,t=!1){let n={...A.value.params};for(let t of Object.keys(e))delete n[t];let r=en({view:A.value.view,params:{...n,...tn(e)}});r!==en(A.value)&&(t?(history.replaceState(null,``,r),A.value=$t(r)):globalThis.location.hash=r)}var P=e=>A.value.params[e]?.[0],an=e=>A.value.params[e]??[];function on(){window.addEventListener(`hashchange`,()=>{A.value=$t(globalThis.location.hash)})}var sn=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},cn=`application/graphql-response+json, application/json`,ln=60,un=new Map,dn=6e4;function fn(){un.clear()}var pn=e=>e instanceof DOMException&&e.name===`AbortError`,mn=(e,t)=>`${e}\n${JSON.stringify(t)}`;function hn(e,t,n){let r=e.toString().trim(),i=mn(r,t),a=un.get(i);if(a&&Date.now()-a.at<dn)return un.delete(i),un.set(i,a),a.answer.catch(r=>{if(!pn(r)||n?.aborted)throw r;return hn(e,t,n)});let o=gn(r,t,n);un.set(i,{at:Date.now(),answer:o}),o.catch(()=>{un.get(i)?.answer===o&&un.delete(i)});let s=un.keys().next();return un.size>ln&&!s.done&&un.delete(s.value),o}async function gn(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:cn,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw pn(e)?e:new sn({code:`OFFLINE`,message:``})}r.status===401&&Kt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new sn(_n(o?.[0],i,r.status,s));return a}function _n(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function F(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new sn({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function vn(e){return e instanceof sn?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function I(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),hn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||pn(e)||a({state:`failed`,question:r,problem:vn(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),i}function yn(e,t,n,r){let i=I(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),hn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var bn=s({AccessPathsDocument:()=>ir,BlastRadiusDocument:()=>ar,ChangedElementPartsFragmentDoc:()=>Ln,ChangesDocument:()=>zn,CompletenessPartsFragmentDoc:()=>wn,CostAnomaliesDocument:()=>Hn,CostBillDocument:()=>Gn,CostDifferenceDocument:()=>Wn,CostForecastDocument:()=>Un,CostSeriesDocument:()=>Vn,CostSumsDocument:()=>Bn,EdgeChangePartsFragmentDoc:()=>xn,EdgePartsFragmentDoc:()=>An,EvidencePartsFragmentDoc:()=>Pn,ExposureDocument:()=>or,FreshnessPartsFragmentDoc:()=>Tn,HomeAnomaliesDocument:()=>Xn,HomeChangesDocument:()=>qn,HomeForecastDocument:()=>Yn,HomeOrphanedDocument:()=>Kn,HomeShadowDocument:()=>Jn,HomeUnresolvedDocument:()=>Zn,InventoryPartsFragmentDoc:()=>jn,MoneyPartsFragmentDoc:()=>On,MonthEndPartsFragmentDoc:()=>Mn,NamesDocument:()=>Qn,OrphanedChangePartsFragmentDoc:()=>Sn,OrphanedOfDocument:()=>tr,OrphanedPathPartsFragmentDoc:()=>Fn,OrphanedRootPartsFragmentDoc:()=>Nn,OrphanedRootsDocument:()=>$n,OrphanedSheetDocument:()=>nr,OverlapPartsFragmentDoc:()=>kn,ProblemPartsFragmentDoc:()=>En,ReachedPagePartsFragmentDoc:()=>In,RevocationOfDocument:()=>rr,SearchDocument:()=>sr,SeriesPartsFragmentDoc:()=>Dn,SnapshotPartsFragmentDoc:()=>Cn,SourcesDocument:()=>cr,StatusDocument:()=>lr,TypedDocumentString:()=>L,UnknownOwnersDocument:()=>er,UnresolvedDocument:()=>ur,WhatIfDocument:()=>dr,WhatIfTotalsPartsFragmentDoc:()=>Rn}),L=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},xn=new L(`
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
    `,{fragmentName:`EdgeChangeParts`}),Sn=new L(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),Cn=new L(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),wn=new L(`
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
    `,{fragmentName:`CompletenessParts`}),Tn=new L(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),En=new L(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),Dn=new L(`
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
}`,{fragmentName:`SeriesParts`}),On=new L(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),kn=new L(`
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
}`,{fragmentName:`OverlapParts`}),An=new L(`
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
    `,{fragmentName:`EdgeParts`}),jn=new L(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),Mn=new L(`
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
}`,{fragmentName:`MonthEndParts`}),Nn=new L(`
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
}`,{fragmentName:`OrphanedRootParts`}),Pn=new L(`
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
    `,{fragmentName:`EvidenceParts`}),Fn=new L(`
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
}`,{fragmentName:`OrphanedPathParts`}),In=new L(`
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
}`,{fragmentName:`ReachedPageParts`}),Ln=new L(`
    fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
    `,{fragmentName:`ChangedElementParts`}),Rn=new L(`
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
}`,{fragmentName:`WhatIfTotalsParts`}),zn=new L(`
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
}`),Bn=new L(`
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
}`),Vn=new L(`
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
}`),Hn=new L(`
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
}`),Un=new L(`
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
}`),Wn=new L(`
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
}`),Gn=new L(`
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
}`),Kn=new L(`
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
}`),qn=new L(`
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
}`),Jn=new L(`
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
}`),Yn=new L(`
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
}`),Xn=new L(`
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
}`),Zn=new L(`
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
}`),Qn=new L(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),$n=new L(`
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
}`),er=new L(`
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
}`),tr=new L(`
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
}`),nr=new L(`
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
}`),rr=new L(`
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
}`),ir=new L(`
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
}`),ar=new L(`
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
}`),or=new L(`
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
}`),sr=new L(`
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
}`),cr=new L(`
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
    `),lr=new L(`
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
    `),ur=new L(`
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
}`),dr=new L(`
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
}`),R={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,next:`next row`,previous:`previous row`,open:`open the row`,nextList:`next list`,previousList:`list before`,whatGoes:`show what would go (orphaned paths)`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:"The newest runs, newest first. A held run waits for somebody: `remit source accept` lets it in.",run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},asOfControl:{label:`As of (UTC)`,earlier:`A day earlier`,later:`A day later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,cut:`to be revoked`,gone:`would go`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`,LOSES:`would lose`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},cost:{title:`Cost`,lead:`What AI use cost and whose cost it is. Every unit of the ledger is in exactly one place.`,controls:`What is asked`,parts:`Parts of this view`,shows:{time:`Over time`,forecast:`Forecast`,anomalies:`Anomalies`,difference:`Two months`,bill:`Against the bill`},by:`By`,from:`From`,to:`To`,window:`Days`,days:e=>`${e} days`,thisMonth:`This month`,lastMonth:`Last month`,owners:`What several share`,ownerRules:{EVEN:`evenly`,NONE:`to nobody`,USAGE:`as the source says`},only:`Only`,without:e=>`Without ${e}`,currency:`Currency`,step:`A bar is`,steps:{day:`day`,week:`week`,month:`month`},dimensions:{identity:`Person`,team:`Team`,department:`Department`,cost_center:`Cost center`,account:`Account`,credential:`Credential`,application:`Application`,workspace:`Workspace`,model:`Model`,provider:`Provider`,mcp_server:`MCP server`,data_source:`Data source`,owner_state:`Answered for`,day:`Day`,week:`Week`,month:`Month`},nameless:{"~unattributed":`Unattributed`,"~shared":`Shared by several`,"~no_mcp_use":`No use of MCP`,"~unknown":`Unknown`,"~hidden":`Hidden from you`,"~other":`All others`},ownerStates:{answered_for:`Answered for`,orphaned:`Orphaned`,unknown:`Unknown`},buckets:{seat:`Seats`,variance:`Variance against bills`,tax:`Tax`,credit:`Credits`,other:`Other charges`,hidden:`Charges hidden from you`},amounts:{cost:`Cost`,estimate:`Estimate`,included:`Included`},sums:`What it adds up to`,sumsLead:(e,t)=>`${e} to ${t}, both included.`,sheet:`Parts of the ledger`,inLedger:`In the ledger`,ledger:`Ledger`,named:(e,t)=>`By ${t.toLowerCase()} (${e})`,addsUp:`The parts are the ledger, to the last digit.`,addsUpNot:e=>`The parts differ from the ledger by ${e}: report this as a fault.`,beside:`Not in the ledger`,estimateValue:`Estimates, priced from a table`,includedValue:`Used within a plan`,overlapsOf:e=>`Reported twice (${e})`,unpriced:`Usage that nobody has a price for`,rows:e=>e===`1`?`1 row`:`${e} rows`,dropped:e=>`${e}, left out by the filter`,droppedWhy:`A charge has an application and days, nothing else: a filter on anything else leaves it out.`,leftOut:e=>`In ${e}`,rate:(e,t,n)=>`1 ${e} counts as ${t} ${n}.`,barsTitle:(e,t)=>`${e} by ${t}`,barsLead:e=>`Usage in the ledger${e?`, in ${e}`:``}. Seats, taxes, credits and variance have no key and are beside it.`,barsQuestion:(e,t,n,r)=>`Cost by ${e.toLowerCase()}, ${t} to ${n}${r.length?`, only ${r.join(`, `)}`:``}`,rest:`Everything else`,allPeriods:`All bars`,onlyThis:`These days alone`,anomaliesOf:e=>e===`1`?`1 anomaly`:`${e} anomalies`,rowsTitle:e=>`Rows by ${e.toLowerCase()}`,opensTo:e=>`A row opens to what is behind it: ${e.toLowerCase()}.`,finest:`As fine as the usage is that sources report: one row per day, account and model.`,basis:`Basis`,bases:{billed:`billed`,priced:`priced`,mixed:`mixed`,unpriced:`no price`},requests:`Requests`,tokens:`Tokens`,noRows:`Nothing was used in these days, as far as any source reports.`,sumOfRows:`All rows`,rowsAreLedger:`The rows are the whole ledger.`,rowsAndBuckets:e=>`With ${e} that has no key (seats, taxes, credits, variance) the rows are the ledger.`},reasons:{DEPARTED_OWNER:`Its owner left`,SUSPENDED_OWNER:`Its owner is suspended`,EMPTY_OWNER_GROUP:`Nobody is in the group that owns it`,UNRESOLVED_ACCOUNT:`The directory does not know its address`,EXTERNAL_EMAIL:`No directory covers its address`,NO_OWNER:`It has no owner`},orphaned:{title:`Orphaned paths`,lead:`Live routes to data for which nobody answers any more: why, since when, what they cost, who could take over, and what to revoke.`,lists:`Lists`,all:`Orphaned`,shadow:`Shadow accounts`,unknown:`Nobody can say`,root:`Principal`,principals:`principals that nobody answers for`,shadowCount:`accounts that the directory does not govern`,why:`Why`,since:`Since`,sinceUnknown:`not known`,routes:`Routes`,spend:`Spent since`,spendOfWindow:`Spent in 30 days`,nextOwner:`Next owner`,nobody:`nobody is known`,paths:e=>e===`1`?`1 route`:`${e} routes`,state:{ANSWERED_FOR:`Somebody answers for it`,UNKNOWN:`Nobody can say who answers for it`,ORPHANED:`Nobody answers for it`},shadowMark:`shadow`,noRoots:`Somebody answers for every live route to data.`,noShadow:`Every account is governed by the directory.`,noUnknown:`Of every live principal it is known who answers for it.`,notListed:`This is no orphaned principal at this moment.`,hangsOn:`It is counted under the principal that alone holds it.`,evidence:`Evidence`,folded:`Only it holds`,blastRadius:`Blast radius`,changes:`What changed here`,target:`Leads to`,below:`Inside`,permission:`Permission`,hops:`Hops`,lastUsed:`Last used`,routesTitle:`Routes`,routesLead:`One row for each topmost data source or model, with a walk that proves it.`,noRoutes:`No route starts here any more: it was seen in use in the last 30 days.`,someRoutes:(e,t)=>`The first ${e} of ${t} routes are here.`,back:`All principals`,nextOwners:{MANAGER:`manager`,HEAVIEST_USER:`uses it most`,CREATOR:`created it`,GROUP_OWNER:`owns the group`},revocation:`What to revoke`,revocationLead:`The cheapest set of revocations after which no granted route leads to this data.`,onlyModels:`No route leads to data, only to models: to end it, remove the principal with all that it alone holds.`,noCut:`Nothing granted leads to this data: what was seen in use ends with the principal.`,step:`Do`,system:`In`,cost:`Cost`,command:`Command`,noCommand:`in its console`,proven:`Searched again without them: nothing is reached.`,notProven:`Searched again without them, data is still reached.`,noCollateral:`Nobody active loses anything.`,collateral:e=>e===`1`?`1 active person would lose data`:`${e} active people would lose data`,loses:`Would lose`,person:`Person`,tryIt:`Show what would go`,tryingIt:`Shown: what would go`,openWhatIf:`Open as what-if`,tooMany:e=>`More than ${e} revocations are not tried at once.`,sheet:`Sheet of all`,print:`Print`,sheetLead:(e,t)=>`As of ${e}, snapshot ${t}.`},whatIf:{title:`What if`,lead:`What would change if access were removed, somebody left, something were switched off or granted. Nothing is written.`,edits:`Changes to try`,edit:`Change`,editKinds:{remove:`Remove`,offboard:`Offboard`,block:`Block`,add:`Add`},editHelp:{remove:`A principal goes with all its edges, or one edge ends.`,offboard:`Somebody leaves: what they alone hold is closed, and what they were given ends.`,block:`A server or an application is switched off.`,add:`A new edge, with its permission.`},what:`What`,node:`The whole node`,edge:`One edge`,from:`From`,kind:`Edge`,to:`To`,permission:`Permission`,noPermission:`none`,put:`Try it`,leaveOut:e=>`Leave out ${e}`,clear:`Leave out all`,nothing:`Choose something to remove, offboard, block or add.`,result:`Before and after`,before:`Before`,after:`After`,difference:`Difference`,dataSources:`Data sources reached`,dataSourcesNote:`by those whose reach changes`,score:`Score`,scoreNote:`of those whose reach changes`,orphanedRoots:`Orphaned principals`,orphanedPaths:`Orphaned paths`,orphanedPathsNote:`of those at which anything changes`,spend:`Usage in 30 days`,spendStops:e=>`${e} a month would stop.`,lost:`Access lost`,gained:`Access gained`,lostSummary:(e,t,n,r)=>`${e} in use, ${t} used further along, ${n} not used, ${r} of which nobody knows`,who:`Who`,target:`What`,left:`Left`,had:`Had`,use:`Use`,nothingLeft:`nothing`,principals:`Whose reach changes`,noLost:`Nobody loses anything.`,noGained:`Nobody gains anything.`,noPrincipals:`Nobody's reach of data changes.`,closed:`Orphaned paths closed`,opened:`Orphaned paths opened`,noPaths:`No orphaned path opens or closes.`,change:`Change`,order:`Order of work`,orderLead:`What is new first, keys before the accounts they outlive, people last; what nobody works over first.`,usedBy:`Used by`,elements:`What becomes different`,becomes:`Becomes`,becomesWords:{added:`added`,ended:`ended`,gone:`gone`,departed:`departed`,suspended:`suspended`,revoked:`revoked`,disabled:`disabled`,renewed:`gets a new secret`},summary:(e,t)=>`${e} accesses lost, ${t} gained`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},fr=e=>R.views[e]??e;function z(e){return e?`${e.currency} ${vr(_r(e.amount,2))}`:R.unknown}var pr=e=>`${e.currency} ${e.amount}`,mr=9;function hr(e){let[t=`0`,n=``]=e.replace(/^[+-]/,``).split(`.`),r=BigInt(t+n.padEnd(mr,`0`).slice(0,mr));return e.startsWith(`-`)?-r:r}function gr(e){let t=(e<0n?-e:e).toString().padStart(10,`0`);return`${e<0n?`-`:``}${t.slice(0,-9)}.${t.slice(-9)}`}function _r(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function vr(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function yr(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var B=e=>vr(String(e)),br=e=>`${Math.round(e*100)} %`,xr=e=>vr(String(Math.round(e*10)/10)),Sr=864e5;function Cr(e){if(!e)return R.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var wr=e=>e?e.slice(0,10):R.unknown;function Tr(e){let t=[[86400,R.units.day],[3600,R.units.hour],[60,R.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return R.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function Er(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var Dr=(e,t)=>new Date(e.getTime()-t*Sr),Or=e=>e.toISOString().slice(0,10),kr=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),Ar=Symbol.for(`pv`),jr=0;Array.isArray;function V(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Ar,__v:--jr,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}var Mr=200;function Nr(e,t){return e===t?0:e<t?-1:1}function Pr(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*Nr(r(e),r(t))),...e.filter(e=>!a(e))]}function H(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(Mr),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>Pr(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return V(`p`,{class:`empty`,children:e.empty??R.parts.empty});let _=e.total??f.length;return V(`div`,{class:`table-box`,children:[V(`table`,{class:`data-table`,children:[V(`caption`,{class:`visually-hidden`,children:e.caption}),V(`thead`,{children:V(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>V(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?V(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:R.parts.sortBy(t),children:[t,V(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),V(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>V(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>V(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))}),e.footer&&V(`tfoot`,{children:V(`tr`,{children:t.map(({key:t,align:n,wide:r})=>V(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:e.footer?.[t]},t))})})]}),_>p.length&&V(`p`,{class:`table-foot`,children:[i&&_>f.length?R.parts.sortedAmong(B(f.length),B(_)):R.parts.rowsOf(B(p.length),B(_)),(f.length>p.length||e.hasMore&&e.onMore)&&V(`button`,{type:`button`,onClick:()=>{l(c+Mr),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:R.more})]})]})}var Fr=200,Ir=_t(new Map),Lr=new Set,Rr=0;function zr(e,t){let n=t??Ir.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(Lr.add(e),Rr||=window.setTimeout(Vr))},[e,n]),n||Hr(e)}var Br=e=>Ir.value.get(e)??Hr(e);async function Vr(){Rr=0;let e=[...Lr].slice(0,Fr);Lr.clear();try{let{nodes:t}=await hn(Qn,{ids:e,asOf:j.value??null}),n=new Map(Ir.value);t.forEach((t,r)=>n.set(e[r],t?.name||Hr(e[r]))),Ir.value=n}catch{}}function Hr(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var Ur=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function Wr(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var Gr={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},Kr=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,qr=e=>Gr[e]??Kr,Jr=e=>R.kinds[e]??e;function Yr({kind:e}){return V(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":Jr(e),children:V(`path`,{d:qr(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var Xr={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function Zr({permission:e}){if(!e)return V(`span`,{class:`muted`,children:R.noPermission});let t=Xr[e]??0;return V(`span`,{class:`permission permission-${e}`,children:[V(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>V(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),R.permissions[e]??e]})}function Qr({sensitivity:e}){return e?V(`span`,{class:`sensitivity sensitivity-${e}`,children:R.sensitivities[e]??e}):null}var $r=e=>Ur(e)===`DataSource`||Ur(e)===`McpTool`||Ur(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function U({id:e,name:t,plain:n=!1,href:r}){let i=zr(e,t),{view:a,param:o}=$r(e),s=V(S,{children:[V(Yr,{kind:Ur(e)}),V(`span`,{class:`chip-name`,children:i||Hr(e)}),V(`span`,{class:`chip-system`,children:Wr(e)})]});return n?V(`span`,{class:`chip`,title:e,children:s}):V(`a`,{class:`chip`,title:e,href:r??M(a,{[o]:e}),children:s})}function ei({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=V(S,{children:[V(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?R.shell.complete:R.shell.partial]});return!n.length&&!r.length?V(`span`,{class:`completeness is-complete`,children:a}):V(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[V(`summary`,{children:[a,i?` · ${R.shell.notes}`:``]}),V(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>V(`p`,{children:[V(`code`,{children:e}),` `,t]},e+t))})]})}function ti(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function ni(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function ri(e,t){let n=t?[t.snapshot.digest,t.snapshot.asOf,t.completeness.status]:[``,``,``];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`].map(ti).join(`,`),...e.rows.map(e=>[...e,...n].map(ti).join(`,`))].join(`\r
`)}\r\n`}function ii(e,t,n,r){return`${JSON.stringify({...ni(t,n,r),answer:e},null,2)}\n`}function ai(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var oi=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function si({problem:e,onRetry:t,candidateHref:n}){let r=R.remedies[e.code];return V(`div`,{class:`problem`,role:`alert`,children:[V(`p`,{class:`problem-message`,children:e.message||R.problems[e.code]||R.problems.fallback}),r&&V(`p`,{children:r}),e.candidates&&V(S,{children:[V(`p`,{children:R.parts.candidates}),V(`ul`,{class:`plain-list`,children:e.candidates.map(e=>V(`li`,{children:V(U,{id:e,href:n?.(e)})},e))})]}),V(`p`,{class:`muted small`,children:[R.parts.code,` `,e.code,e.requestId&&` · ${R.parts.request} ${e.requestId}`]}),t&&V(`button`,{type:`button`,onClick:t,children:R.tryAgain})]})}function ci({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${R.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return V(`details`,{class:`query-behind`,children:[V(`summary`,{title:R.parts.questionTitle,children:R.parts.question}),V(`div`,{class:`query-box`,children:[V(`div`,{class:`query-tools`,children:[V(`button`,{type:`button`,onClick:()=>void i(),children:t?R.parts.copied:R.parts.copy}),V(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:R.parts.graphiql})]}),V(`pre`,{tabIndex:0,"aria-label":R.parts.questionTitle,children:e.text}),V(`pre`,{tabIndex:0,"aria-label":R.parts.variables,children:r})]})]})}var li=_t(``),ui=e=>{li.value=e};function di(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function W(e){let{answer:t,title:n}=e,r=Je(),i=di(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&ui(`${n}: ${e.summary(t.data)}`)},[t]),V(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[V(`header`,{class:`panel-head`,children:[V(a,{id:r,children:n}),i&&V(ei,{provenance:i}),V(`div`,{class:`panel-tools`,children:[e.tools,t.data!==void 0&&e.exportName&&V(fi,{...e,provenance:i}),t.question.variables!==null&&V(ci,{question:t.question})]})]}),e.lead&&V(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&V(si,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&V(`p`,{class:`asking`,children:R.loading}),t.data!==void 0&&e.children(t.data)]})}function fi({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return V(`span`,{class:`export`,role:`group`,"aria-label":R.parts.export,children:[n&&V(`button`,{type:`button`,class:`quiet`,onClick:()=>ai(oi(t,r,`csv`),`text/csv`,ri(n(i),r)),children:R.parts.exportCsv}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>ai(oi(t,r,`json`),`application/json`,ii(i,e.question,r,new Date)),children:R.parts.exportJson})]})}var pi=6e4,mi=_t(null),hi=_t(null),gi=_t(0),_i=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,vi=St(()=>(mi.value?.sources??[]).filter(_i));async function yi(){try{let e=(await hn(lr,{})).status,t=mi.value;t&&e.generation!==t.generation&&(fn(),gi.value+=1,ui(R.shell.newGeneration(e.generation))),mi.value=e,hi.value=null}catch(e){hi.value=vn(e)}}function bi(){yi(),setInterval(()=>{document.visibilityState===`visible`&&yi()},pi),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&yi()})}var xi=7,Si=30;function Ci(){let e=R.home;return V(S,{children:[V(`h1`,{children:e.title}),V(`p`,{class:`lead`,children:e.lead(j.value?Cr(j.value):e.now)}),V(`div`,{class:`home`,children:[V(Ti,{}),V(Ei,{}),V(ji,{}),V(Mi,{}),V(Ni,{}),V(Fi,{}),V(Ii,{})]})]})}function wi({count:e,words:t,address:n,strong:r}){return V(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[V(`span`,{class:`figure-count`,children:e}),` `,V(`span`,{class:`figure-words`,children:t})]})}function Ti(){let e=R.home,t=I(Kn,{input:{asOf:j.value??null}},e=>F(e.orphanedPaths));return V(W,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>B(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>V(S,{children:[V(`div`,{class:`figures`,children:[V(wi,{count:B(t),words:e.orphanedOf(B(n)),address:M(`orphaned`),strong:!0}),r>0&&V(wi,{count:B(r),words:e.unknownOwners,address:M(`orphaned`,{list:`unknown`})})]}),V(H,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>V(S,{children:[V(U,{id:t,name:n,href:M(`orphaned`,{root:t})}),r&&V(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>B(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:({reasons:e})=>V(`span`,{class:`nowrap`,children:wr(e[0]?.since)}),wide:!0,sort:({reasons:e})=>e[0]?.since},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>z(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?V(U,{id:t.id,name:t.name}):V(`span`,{class:`muted`,children:e.nobody})}]})]})})}function Ei(){let e=R.home,t=kr(Dr(Er(j.value),xi)),n=I(qn,{input:{from:t,asOf:j.value??null}},e=>F(e.changes)),r=M(`changes`,{from:t});return V(W,{title:e.changes,lead:e.changesLead(Cr(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>V(S,{children:[V(`div`,{class:`figures`,children:[V(wi,{count:`+${B(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),V(wi,{count:`−${B(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),V(wi,{count:`+${B(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),V(wi,{count:`−${B(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),V(wi,{count:`+${B(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),V(wi,{count:`−${B(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),V(wi,{count:B(a.totalCount),words:e.permissionsChanged,address:r}),V(wi,{count:B(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&V(H,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>V(U,{id:e,name:n,href:M(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${B(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${B(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${xr(e)} → ${xr(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var Di=e=>e.map(({value:e})=>e).join(` · `);function Oi({value:e,address:t}){return e.includes(`:`)?V(U,{id:e,href:t}):V(`a`,{href:t,children:e.replace(/^~/,``)})}function ki({row:e}){let t=yr(e.spent,e.budget),n=yr(e.expected,e.budget);if(t===null)return V(`span`,{class:`muted`,children:R.home.noBudget});let r=Math.max(1,t,n??0);return V(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${z(e.spent)} / ${z(e.budget)}`,children:[V(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&V(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),V(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),V(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var Ai=e=>e==null?R.home.cannotSay:e?R.home.over:R.home.within;function ji(){let e=R.home,t=I(Yn,{input:{by:[`team`],asOf:j.value??null}},e=>F(e.forecast)),n=Or(Er(j.value)),r={by:`team`,from:`${n.slice(0,7)}-01`,to:n};return V(W,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:n})=>V(S,{children:[V(`div`,{class:`figures`,children:[V(wi,{count:z(t.spent),words:e.spent,address:M(`cost`,r),strong:!0}),V(wi,{count:z(t.expected),words:e.expected,address:M(`cost`,{by:`team`,show:`forecast`})})]}),V(H,{caption:e.spend,rows:n.nodes,total:n.totalCount,rowKey:({key:e})=>Di(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>V(Oi,{value:e[0].value,address:M(`cost`,{...r,by:`identity`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>z(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>z(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>V(ki,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t})=>t?V(`span`,{class:e?`tag tag-bad`:`muted`,children:Ai(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function Mi(){let e=R.home,t=I(Jn,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:j.value??null}},e=>F(e.inventory));return V(W,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>V(S,{children:[V(`div`,{class:`figures`,children:V(wi,{count:B(t),words:e.shadow,address:M(`orphaned`,{list:`shadow`}),strong:t>0})}),V(H,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>V(U,{id:e,name:t,href:M(`orphaned`,{root:e})})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>B(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>V(`span`,{class:`nowrap`,children:wr(e)}),sort:({lastUsed:e})=>e}]})]})})}function Ni(){let e=R.home,t=Er(j.value),n={from:Or(Dr(t,Si)),to:Or(Dr(t,1))},r=I(Xn,{input:{by:[`team`],...n,asOf:j.value??null}},e=>F(e.anomalies));return V(W,{title:e.anomalies,lead:e.anomaliesLead,answer:r,exportName:`anomalies`,children:({judged:t,rows:r})=>V(S,{children:[V(`div`,{class:`figures`,children:V(wi,{count:B(r.totalCount),words:e.judged(B(t)),address:M(`cost`,{by:`team`,...n,show:`anomalies`}),strong:r.totalCount>0})}),r.nodes.length>0&&V(H,{caption:e.anomalies,rows:r.nodes,total:r.totalCount,rowKey:({day:e,key:t})=>`${e} ${Di(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>wr(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>V(Oi,{value:e[0].value,address:M(`cost`,{by:`team`,...n,show:`anomalies`,at:t,filter:`team=${e[0].value}`})})},{key:`cost`,title:e.cost,cell:({cost:e})=>z(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>z(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var Pi={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function Fi(){let e=R.home,{value:t}=mi,n=t?{state:`answered`,question:Pi,data:vi.value}:{state:`loading`,question:Pi};return V(W,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>V(S,{children:[V(`div`,{class:`figures`,children:V(wi,{count:B(t.length),words:e.late,address:M(`sources`),strong:t.length>0})}),V(H,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>V(`a`,{href:M(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>Tr(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?R.unknown:Tr(e),sort:({promisedAgeS:e})=>e}]})]})})}function Ii(){let e=R.home,t=I(Zn,{input:{asOf:j.value??null}},e=>F(e.unresolved));return V(W,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>V(S,{children:[V(`div`,{class:`figures`,children:V(wi,{count:B(t),words:e.looseEnds,address:M(`unresolved`)})}),V(H,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?V(U,{id:e,name:t,href:M(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>V(`span`,{class:`small`,children:e})}]})]})})}var Li=e=>/^[A-Z][A-Za-z]+:/.test(e),Ri=e=>e.startsWith(`~`),zi=e=>R.cost.nameless[e]??R.cost.ownerStates[e]??e,Bi=e=>Li(e)?Br(e):zi(e);function Vi({value:e,address:t}){if(Li(e))return t===void 0?V(U,{id:e,plain:!0}):V(U,{id:e,href:t});let n=V(`span`,{class:Ri(e)?`key-nameless`:``,children:zi(e)});return t===void 0?n:V(`a`,{href:t,children:n})}var Hi=[`time`],Ui=[`day`,`week`,`month`],Wi=[`team`,`identity`,`department`,`cost_center`,`application`,`workspace`,`account`,`credential`,`provider`,`model`,`mcp_server`,`data_source`,`owner_state`,`day`,`week`,`month`],Gi=`~hidden`,Ki=Ui,qi=[`EVEN`,`NONE`,`USAGE`],Ji=3,Yi=62,Xi=e=>Ki.includes(e),Zi=e=>Wi.includes(e),Qi=e=>/^\d{4}-\d\d-\d\d$/.test(e??``)&&!Number.isNaN(Date.parse(e)),$i=e=>/^\d{4}-(0[1-9]|1[0-2])$/.test(e??``),ea=(e,t)=>Math.round((Date.parse(t)-Date.parse(e))/Sr)+1,ta=(e,t)=>Or(new Date(Date.parse(e)+t*Sr)),na=e=>Or(new Date(Date.parse(`${e}-01`)-Sr)).slice(0,7),ra=e=>{let[t,n]=e.split(`-`).map(Number);return Or(new Date(Date.UTC(t,n,0)))};function ia(e){let[t=``,n=``]=e.split(/=(.*)/s);return Zi(t)&&n&&n!==`~hidden`?{dimension:t,value:n}:null}var aa=({dimension:e,value:t})=>`${e}=${t}`;function oa(e,t){let n=ea(e,t);return n<=Yi?`day`:n<=434?`week`:`month`}function sa(e,t){let n=t=>e[t]?.[0],r=Or(Dr(Er(t),1)),i=Qi(n(`to`))?n(`to`):r,a=Qi(n(`from`))?n(`from`):ta(i,-29),o=[...new Set((e.by??[]).flatMap(e=>e.split(`,`)).filter(Zi))].slice(0,Ji),s=Ui.find(e=>e===n(`step`))??oa(a,i),c=$i(n(`month`))?n(`month`):i.slice(0,7);return{by:o.length?o:[`team`],from:a,to:i,step:s,filters:(e.filter??[]).map(ia).filter(e=>e!==null),show:Hi.find(e=>e===n(`show`))??`time`,currency:/^[A-Z]{3}$/.test(n(`currency`)??``)?n(`currency`):null,owners:qi.includes(n(`owners`)??``)?n(`owners`):null,at:n(`at`)??null,month:c,compare:$i(n(`compare`))?n(`compare`):na(c)}}function ca(e){return[...new Set(e.map(({dimension:e})=>e))].map(t=>({dimension:t,values:e.filter(e=>e.dimension===t).map(({value:e})=>e)}))}function la(e,t){return{...t?{asOf:t}:{},...e.currency?{currency:e.currency}:{},...e.owners?{owners:e.owners}:{},...e.filters.length?{filters:ca(e.filters)}:{}}}var ua={team:[`identity`,`model`],department:[`team`,`identity`,`model`],cost_center:[`team`,`identity`,`model`],identity:[`model`,`application`],account:[`model`],credential:[`model`],application:[`model`,`identity`],workspace:[`identity`,`model`],provider:[`model`,`team`],model:[`identity`,`team`],mcp_server:[`data_source`,`identity`],data_source:[`mcp_server`,`identity`],owner_state:[`account`,`identity`]},da=[`day`,`account`,`model`];function fa(e,t){if(e.join()===da.join())return null;let n=new Set([...e,...t.map(({dimension:e})=>e)]),r=(ua[e[0]]??[]).find(e=>!n.has(e));return r?[r]:da}function pa(e,t){let n=fa(e.by,e.filters);if(n===null||[...t.values()].includes(`~hidden`))return null;let{from:r,to:i}=e,a=e.filters.filter(({dimension:e})=>!t.has(e));for(let[e,n]of t)Xi(e)?[r,i]=ma(e,n,r,i):a.push({dimension:e,value:n});return{by:n,from:r,to:i,filter:a.map(aa)}}function ma(e,t,n,r){let[i,a]=ha(e,t);return[i<n?n:i,a>r?r:a]}function ha(e,t){if(e===`day`)return[t,t];if(e===`month`)return[`${t}-01`,ra(t)];let[n,r]=t.split(`-W`).map(Number),i=Date.UTC(n,0,4),a=i-(new Date(i).getUTCDay()+6)%7*Sr+(r-1)*7*Sr;return[Or(new Date(a)),Or(new Date(a+6*Sr))]}function ga(e,t){if(e===`day`)return t;if(e===`month`)return t.slice(0,7);let n=Date.parse(t),r=new Date(n+(3-(new Date(n).getUTCDay()+6)%7)*Sr),i=r.getUTCFullYear(),a=Math.floor((r.getTime()-Date.UTC(i,0,1))/(7*Sr))+1;return`${i}-W${String(a).padStart(2,`0`)}`}function _a(e,t,n){let r=[];for(let i=t;i<=n;i=ta(i,1)){let t=ga(e,i);r.at(-1)!==t&&r.push(t)}return r}var G=R.cost,va=30,ya=90;function ba(){let e=Or(Er(j.value)),t=Or(Dr(Er(j.value),1)),[n,r]=[e.slice(0,7),na(e.slice(0,7))];return[{label:G.days(B(va)),from:ta(t,-29),to:t},{label:G.days(B(ya)),from:ta(t,-89),to:t},{label:G.thisMonth,from:`${n}-01`,to:e},{label:G.lastMonth,from:`${r}-01`,to:ra(r)}]}function xa({state:e}){let{from:t,to:n}=e,r=e.show!==`forecast`&&e.show!==`difference`,i=r=>V(`label`,{class:`choice`,children:[V(`span`,{children:G[r]}),V(`input`,{type:`date`,value:e[r],onChange:({currentTarget:{value:e}})=>{e&&N(r===`from`?{from:e,to:e>n?e:n,at:void 0}:{from:e<t?e:t,to:e,at:void 0})}})]});return V(S,{children:[V(`form`,{class:`filters cost-controls`,"aria-label":G.controls,onSubmit:e=>e.preventDefault(),children:[V(wa,{state:e}),r&&V(S,{children:[i(`from`),i(`to`),V(`span`,{class:`presets`,role:`group`,"aria-label":G.window,children:ba().map(e=>V(`button`,{type:`button`,"aria-pressed":e.from===t&&e.to===n,onClick:()=>N({from:e.from,to:e.to,step:void 0,at:void 0}),children:e.label},e.label))})]}),V(`label`,{class:`choice`,children:[V(`span`,{children:G.owners}),V(`select`,{value:e.owners??`EVEN`,onChange:({currentTarget:{value:e}})=>N({owners:e===`EVEN`?void 0:e}),children:Object.entries(G.ownerRules).map(([e,t])=>V(`option`,{value:e,children:t},e))})]})]}),(e.filters.length>0||e.currency)&&V(Ea,{state:e}),V(`nav`,{class:`tabs`,hidden:Hi.length<2,"aria-label":G.parts,children:Hi.map(t=>V(`a`,{href:Ca(e,t),"aria-current":e.show===t?`page`:void 0,children:G.shows[t]},t))})]})}var Sa=e=>({by:e.by,from:e.from,to:e.to,filter:e.filters.map(aa),show:e.show===`time`?void 0:e.show,currency:e.currency??void 0,owners:e.owners??void 0}),Ca=(e,t)=>M(`cost`,{...Sa(e),show:t===`time`?void 0:t});function wa({state:e}){let[t,...n]=e.by;return V(`label`,{class:`choice`,children:[V(`span`,{children:G.by}),V(`select`,{value:t,onChange:({currentTarget:{value:e}})=>N({by:e,at:void 0}),children:Wi.map(e=>V(`option`,{value:e,children:[G.dimensions[e],e===t&&n.length>0?` · ${n.map(e=>G.dimensions[e]).join(` · `)}`:``]},e))})]})}var Ta=({state:e})=>V(`span`,{class:`presets`,role:`group`,"aria-label":G.step,children:Ui.map(t=>V(`button`,{type:`button`,class:`quiet`,"aria-pressed":e.step===t,onClick:()=>N({step:t,at:void 0}),children:G.steps[t]},t))});function Ea({state:e}){return V(`ul`,{class:`filter-chips`,"aria-label":G.only,children:[e.filters.map(t=>V(`li`,{children:[V(`span`,{class:`muted`,children:G.dimensions[t.dimension]}),` `,V(Vi,{value:t.value}),V(`button`,{type:`button`,class:`quiet`,"aria-label":G.without(Bi(t.value)),title:G.without(Bi(t.value)),onClick:()=>N({filter:e.filters.filter(e=>e!==t).map(aa),at:void 0}),children:V(`span`,{"aria-hidden":`true`,children:`×`})})]},aa(t))),e.currency&&V(`li`,{children:[V(`span`,{class:`muted`,children:G.currency}),` `,e.currency,V(`button`,{type:`button`,class:`quiet`,"aria-label":G.without(e.currency),onClick:()=>N({currency:void 0}),children:V(`span`,{"aria-hidden":`true`,children:`×`})})]})]})}var Da=2;function Oa(e){return Math.max(Da,...e.map(e=>(e?.split(`.`)[1]??``).replace(/0+$/,``).length))}function ka({amount:e,places:t=Oa([e]),signed:n=!1}){if(e==null)return V(`span`,{class:`muted`,children:R.unknown});let[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=i.padEnd(t,`0`),o=e.startsWith(`-`),s=/^0*$/.test(r+i);return V(`data`,{class:`amount ${s?`is-zero`:``}`,value:e,children:[s?``:o?`−`:n?`+`:``,vr(`${r}.${a.slice(0,Da)}`),V(`span`,{class:`amount-rest`,children:a.slice(Da,t)})]})}var Aa=`http://www.w3.org/2000/svg`,ja=24,Ma=16,Na=2,Pa=16e3;function Fa(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*Ma],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,Aa),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-ja,r.y-ja,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(Ra(`style`,La()),Ra(`metadata`,t.join(`
`)),za(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>Ba(e,r.x,r.y+r.height+ja+(t+.5)*Ma))),new XMLSerializer().serializeToString(o)}async function Ia(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(Na,Pa/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function La(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels|chart)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function Ra(e,t){let n=document.createElementNS(Aa,e);return n.textContent=t,n}function za(e,t,n){let r=Ra(`rect`,``),i={x:e.x-ja,y:e.y-ja,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function Ba(e,t,n){let r=Ra(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}function Va(e,t){return e<t?-1:+(e>t)}function Ha(e){return`${e.source}\t${e.kind}\t${e.target}`}function Ua(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function Wa(e){return e.slice(e.indexOf(`:`)+1)}var Ga=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function Ka(e,t){return e===null||t===null?e??t:Ga.indexOf(e)>=Ga.indexOf(t)?e:t}var qa=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Ja=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function Ya(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var Xa=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(Qa(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===Wa(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=Ha(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:Ya(qa,r?.permission??null,e.permission??null),exercised:Ka(r?.exercised??null,t),evidence:Za(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>Va(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>Va(e.key,t.key)),routes:this.routes}}};function Za(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>Va(e.claimedBy,t.claimedBy)||Va(e.permission??``,t.permission??``))}function Qa(e,t,n,r){return{id:e,kind:Ua(e),name:t||Wa(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function $a(e,t,n){let r=new Xa,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(Qa(t,Wa(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(eo(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function eo(e,t){return{...Qa(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function to(e,t,n){let r=new Xa,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(Qa(e,Wa(e),0,`start`)),t!==e&&r.setNode(Qa(t,Wa(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function no(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function ro(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(no(n,r.source,r.target),no(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var io=`fold:`;function ao(e,t){let n=oo(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=so(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=lo(e.edges,r),o=new Map(e.edges.map(e=>[e.key,co(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>Va(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function oo(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(Va)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>Va(e.id,t.id)))}function so(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:Ya(qa,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:Ya(Ja,e.sensitivity,t.sensitivity),exercised:Ka(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:io+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function co(e,t){return Ha({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function lo(e,t){let n=new Map;for(let r of e){let e=co(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:Ya(qa,i.permission,r.permission),exercised:Ka(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>Va(e.key,t.key))}var uo={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},fo={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},po=52,mo=76,ho=16,go=8,_o=4,vo=60,yo=400;function bo(e){return`${e.source}\t${e.target}`}var xo=`\0`;function So(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=bo(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${xo}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(bo(n),n)})}return a.length>yo?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function Co(e,t,n={}){let r=So(e,t),i=wo(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>Eo(e,a));for(let e=0;e<go;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,Oo(o[e]??[],t?i.before:i.after,a))}return Ao(i,o,n.pinned??new Map,r.bendsOf)}function wo(e,t){let n=[...e].sort((e,t)=>Va(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function To(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function Eo(e,t){return To(e,t),e}function Do(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function Oo(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?Do(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return To(i,n),i}function ko(e){return Math.max(vo,Math.ceil(Math.sqrt(e*3)))}function Ao(e,t,n,r){let i=ko(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*po});let u=r*204-ho;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(xo)).length}),c+=u+mo}),jo(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of No(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:Po(l)}}function jo(e,t,n){for(let r=0;r<_o;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())Mo(e.map(e=>{let t=a[e]??[];return t.length>0?Do(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function Mo(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*po,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*po)}function No(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<po&&(s=Math.ceil(e.y+po));return i.set(a,s+po),[e,{x:a,y:s}]})}function Po(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var Fo=18.5,Io=15.5,Lo=24,Ro=16,zo=250,Bo=e=>`translate(${e.x-94} ${e.y-20})`,Vo=/[ijlrtfI.,:;'|!()[\]/ -]/,Ho=/[A-HJ-Zmw@%…]/,Uo=e=>e.reduce((e,t)=>e+(Vo.test(t)?.62:Ho.test(t)?1.3:1),0);function Wo(e,t){let n=[...e];if(Uo(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(Uo([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function Go({layout:e,words:t}){let n=e.bounds.top-26;return V(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>V(`g`,{children:[V(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),V(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function Ko({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>zo;return V(`g`,{class:e.edges.length<=Ro?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=Jo(a,o,t.bends.get(bo(e))??[]);return V(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&V(`path`,{class:`edge-area`,d:l.path}),V(`path`,{class:`edge-line`,d:l.path}),!i&&V(`path`,{class:`edge-head`,d:l.head}),!i&&V(`path`,{class:`edge-cut`,d:qo(l.middle,5)}),!i&&V(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}var qo=({x:e,y:t},n)=>`M${e-n} ${t-n}l${2*n} ${2*n}M${e+n} ${t-n}l${-2*n} ${2*n}`;function Jo(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function Yo({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>zo;return V(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&V(Qo,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var Xo=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,Zo=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function Qo({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:uo[e.permission]??0,s=e.sensitivity===null?void 0:fo[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return V(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:Bo(t),children:[!r&&V(`title`,{children:a}),e.role===`fold`&&V(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),V(`rect`,{class:`node-card`,width:188,height:40,rx:9}),V(`path`,{class:`node-side`,d:Xo}),V(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:qr(e.kind)}),V(`text`,{class:`node-name`,x:42,y:17,children:Wo(c,s===void 0?Fo:Io)}),V(`text`,{class:`node-words`,x:42,y:31,children:Wo(n.subtitle(e),Lo)}),o>0&&V(`path`,{class:`node-bars`,d:Zo.slice(o).join(``)}),o>0&&V(`path`,{class:`node-bars is-full`,d:Zo.slice(0,o).join(``)}),s!==void 0&&V(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),!r&&V(`path`,{class:`node-cut`,d:qo({x:17,y:20},9)}),i&&V(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function $o(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||Va(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||Va(t,n))[0]??null}}var es=.04,ts=3,ns=28,rs=.55;function is(e,t){let[n,r]=[e.right-e.left,e.bottom-e.top],i={width:t.width-56,height:t.height-56},a=us(Math.min(1.1,i.width/Math.max(1,n),i.height/Math.max(1,r)));return{scale:a,x:t.width/2-a*(e.left+e.right)/2,y:t.height/2-a*(e.top+e.bottom)/2}}function as(e,t,n,r){let i=is(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001;return{scale:a,x:(e.right-e.left)*a<=t.width-56?t.width/2-a*(e.left+e.right)/2:r?t.width-ns-e.right*a:ns-e.left*a,y:t.height/2-n.y*a}}function os(e,t,n){let r=us(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function ss(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function cs(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return ss(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function ls(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function us(e){return Math.min(ts,Math.max(es,e))}var ds={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},fs=4,ps=.0016,ms=1.25;function hs(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=Ss(a,e),l=O(()=>$o(t,n),[t,n]),u=O(()=>[V(Go,{layout:n,words:r}),V(Ko,{graph:t,layout:n,words:r}),V(Yo,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);bs(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),ys(a.current,e)?.focus({preventScroll:!0})},[n,c]);return V(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.9+120)}px`},children:[V(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=ds[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!gs(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>vs(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:V(`g`,{class:`picture-world`,children:u})}),V(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[V(`button`,{type:`button`,onClick:()=>c.zoom(ms),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),V(`button`,{type:`button`,onClick:()=>c.zoom(1/ms),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),V(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function gs(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(ms);else if(e===`-`)r.zoom(1/ms);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(_s(a,s.id,n.selected));else return!1;return!0}function _s(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function vs(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function ys(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function bs(e,t,n,r){let{graph:i,selected:a,route:o,marks:s,words:c}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),l=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),u=new Set(i.nodes.filter(({id:e,members:t})=>s!==null&&(t.length>0?t:[e]).every(e=>s.gone.has(e))).map(({id:e})=>e)),d=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===d?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,l!==null&&!l.has(t)),xs(e,c,s?.cut.has(t)??!1,u.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t));let n=[e.dataset.source??``,e.dataset.target??``];xs(e,c,s?.cut.has(t)??!1,(s?.gone.has(t)??!1)||n.some(e=>u.has(e)))}},[i,a,o,s,n,r])}function xs(e,t,n,r){e.classList.toggle(`is-cut`,n),e.classList.toggle(`is-gone`,r);let i=[n?t.cut:``,r?t.gone:``].filter(Boolean).join(`, `);i?e.setAttribute(`aria-description`,i):e.removeAttribute(`aria-description`)}function Ss(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<rs)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<fs)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(ss(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=ls(n.current,s(t));a.id!==null&&ys(e.current,a.id)?.setAttribute(`transform`,Bo(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,ls(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(ss(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(os(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(is(a.current.layout.bounds,t())),reveal:e=>o(cs(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(as(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(os(n.current,Math.exp(-e.deltaY*ps),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var Cs=[`YES`,`NO`,`UNKNOWN`];function ws(){return V(`details`,{class:`picture-legend`,children:[V(`summary`,{children:R.picture.legend}),V(`ul`,{children:[Cs.map(e=>V(`li`,{children:[V(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:V(`g`,{class:`edge use-${e.toLowerCase()}`,children:[V(`path`,{class:`edge-line`,d:`M2 5H28`}),V(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),R.uses[e]]},e)),[...Ja].reverse().map(e=>V(`li`,{children:[V(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:V(`path`,{class:`node-sensitivity is-${e}`,d:fo[e]})}),R.sensitivities[e]]},e))]}),V(`p`,{class:`muted small`,children:R.picture.keys})]})}var Ts=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Es=function(e,t){return new URL(e,t).href},Ds={},Os=function(e){return e.pathname.endsWith(`.css`)},ks=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},As=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Es(t,n);let r=s(t),i=Os(r);return ks(Ds,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Ts,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},js=1200,Ms=new Map;function Ns(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:Ms}),s=a.of===e.subject?a.at:Ms,[c,l]=[an(`open`),an(`hide`)],u=JSON.stringify([c,l]),d=O(()=>ro(e.graph,new Set(l)),[e.graph,u]),f=e.marks??null,p=[...f?.cut??[]].flatMap(e=>e.split(`	`)).join(`
`),m=O(()=>ao(d,{expanded:new Set(c),separate:new Set([...s.keys(),...p.split(`
`)])}),[d,s,u,p]),h=O(()=>Ps(m,s),[m,s]),g=e.focused===null?null:m.routes.get(e.focused)??null,_={select:e.onSelect,focus:t=>e.onFocus(t===null||!m.routes.has(t)?null:t),expand:e=>N({open:[...c,e.slice(io.length)]}),hide:e=>N({hide:[...l,...zs(m,e)]}),open:e=>rn($r(e).view,{[$r(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:Bs(s,t,n)})},v=m.nodes.length+m.edges.length,y={graph:m,layout:h,words:t,label:R.picture.label(e.title,B(m.nodes.length),B(m.edges.length)),selected:Rs(m,e.selected),route:g,pinned:s,marks:f,actions:_,subject:e.subject,direction:n},{Large:b,isAwaited:x}=Is(v>js),ee=t=>{let n=i.current?.querySelector(`svg.picture`);n&&Vs(n,t,e.exportName,e.title,r)};return V(`div`,{class:`picture-box`,ref:i,children:[V(`div`,{class:`picture-tools`,children:[g!==null&&V(Fs,{onClick:()=>e.onFocus(null),children:R.picture.showAll}),c.length>0&&V(Fs,{onClick:()=>N({open:[]}),children:R.picture.showFolded}),l.length>0&&V(Fs,{onClick:()=>N({hide:[]}),children:R.picture.showHidden(B(l.length))}),s.size>0&&V(Fs,{onClick:()=>o({of:e.subject,at:Ms}),children:R.picture.unpin(B(s.size))}),V(`span`,{class:`picture-exports`,children:[!b&&V(Fs,{onClick:()=>ee(`svg`),children:R.picture.exportSvg}),!b&&V(Fs,{onClick:()=>ee(`png`),children:R.picture.exportPng})]})]}),b?V(b,{...y}):x?V(`div`,{class:`picture-frame`,"aria-busy":`true`}):V(hs,{...y}),b&&V(`p`,{class:`muted small`,children:R.picture.large(B(v))}),V(ws,{})]})}function Ps(e,t){let n=performance.now(),r=Co(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function Fs({onClick:e,children:t}){return V(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function Is(e){let[t,n]=T(),r=O(()=>e&&Ls(),[e]);return E(()=>{r&&!t&&As(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}function Ls(){return document.createElement(`canvas`).getContext(`webgl2`)!==null}function Rs(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function zs(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function Bs(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function Vs(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=Fa(e,[r,R.picture.provenance(a,o.slice(0,12),s),R.picture.exportedAt(new Date().toISOString())]);t===`svg`?ai(oi(n,i,`svg`),`image/svg+xml`,c):ai(oi(n,i,`png`),`image/png`,await Ia(c))}var Hs=e=>e.reduce((e,t)=>e+t,0n);function Us(e,t,n,r){let i=new Map(t.map((e,t)=>[e,t])),a=t.map(()=>0n),o=e.key.find(({key:e})=>e===n)?.value??[];return e.cost.forEach((e,t)=>{let n=i.get(o[t]??``);n!==void 0&&e!==null&&r(t)&&(a[n]=a[n]+hr(e))}),a}function Ws(e,t,n,r,i,a){let o=Us(t,a,i,()=>!0),s=e?.key.find(({key:e})=>e===n)?.value??[],c=e===null||Xi(n)?[]:r.map(t=>{let n=Us(e,a,i,e=>s[e]===t);return{key:t,nano:n,total:Hs(n)}}),l=o.map((e,t)=>e-Hs(c.map(({nano:e})=>e[t]))),u=l.some(e=>e!==0n)?[{key:null,nano:l,total:Hs(l)}]:[];return{periods:a,series:[...c,...u],totals:o}}function Gs({periods:e,series:t}){let[n,r]=[0n,0n];return e.forEach((e,i)=>{let a=t.map(({nano:e})=>e[i]),[o,s]=[Hs(a.filter(e=>e<0n)),Hs(a.filter(e=>e>0n))];o<n&&(n=o),s>r&&(r=s)}),[n,r]}function Ks(e,t,n=4){let r=t-e;if(r<=0n)return[0n];let i=r/BigInt(n)||1n,a=10n**BigInt(i.toString().length-1),o=[1n,2n,5n,10n].map(e=>e*a).find(e=>e>=i),s=[];for(let n=-((-e+o-1n)/o)*o;n<=t+o-1n;n+=o)s.push(n);return s}var qs=(e,t,n)=>n===t?0:Number((e-t)*1000000n/(n-t))/1e6,Js=260,Ys=18,Xs=46,Zs=7,Qs=280,$s=R.cost,ec=({key:e},t)=>e===null?`chart-rest`:e.startsWith(`~`)?`chart-nameless`:`chart-series-${t+1}`,tc=e=>vr(gr(e).replace(/\.?0+$/,``)).replace(/^-/,`−`);function nc(){let e=D(null),[t,n]=T(0);return E(()=>{let t=e.current;if(!t)return;let r=new ResizeObserver(([e])=>n(Math.round(e.contentRect.width)));return r.observe(t),()=>r.disconnect()},[]),[e,t]}function rc(e){let[t,n]=nc(),{stacks:r}=e,i=Math.max(Qs,n);return V(`div`,{class:`chart-box`,ref:t,children:n>0&&r.periods.length>0&&V(ic,{...e,width:i})})}function ic({stacks:e,currency:t,label:n,anomalies:r,chosen:i,onHover:a,onChoose:o,width:s}){let{periods:c}=e,[l,u]=T(c.length-1),d=D(null),f=Ks(...Gs(e)),[p,m]=[f[0],f.at(-1)],h=Math.max(...f.map(e=>tc(e).length))*Zs+12,g=(s-h-8)/c.length,_=e=>Ys+(1-qs(e,p,m))*216,v=Math.ceil(Xs/g),y=Math.min(l,c.length-1);return V(`svg`,{class:`picture chart`,width:s,height:Js,viewBox:`0 0 ${s} ${Js}`,role:`group`,"aria-label":n,children:V(`g`,{class:`picture-world`,children:[V(ac,{}),f.map(e=>V(`g`,{children:[V(`line`,{class:e===0n?`chart-zero`:`chart-grid`,x1:h,x2:s,y1:_(e),y2:_(e)}),V(`text`,{class:`chart-tick`,x:h-8,y:_(e)+4,"text-anchor":`end`,children:tc(e)})]},String(e))),c.map((e,t)=>t%v===0&&V(`text`,{class:`chart-tick`,x:h+(t+.5)*g,y:252,"text-anchor":`middle`,children:e.length===10||e.length===8?e.slice(5):e},e)),V(`g`,{ref:d,onKeyDown:e=>{let t={ArrowLeft:y-1,ArrowRight:y+1,Home:0,End:c.length-1}[e.key];if(t!==void 0){let e=Math.max(0,Math.min(c.length-1,t));u(e),(d.current?.children[e])?.focus()}else if(e.key===`Enter`||e.key===` `)o(c[y]);else return;e.preventDefault(),e.stopPropagation()},onPointerLeave:()=>a(null),children:c.map((n,s)=>V(`g`,{class:`chart-bar`,role:`button`,tabIndex:s===y?0:-1,"data-period":n,"aria-pressed":n===i,"aria-label":lc(e,s,t,r.get(n)??0),onPointerEnter:()=>a(n),onFocus:()=>{u(s),a(n)},onBlur:()=>a(null),onClick:()=>o(n),children:[V(`rect`,{class:`chart-hit`,x:h+s*g,y:2,width:g,height:232}),V(oc,{stacks:e,index:s,x:h+(s+.12)*g,width:g*.76,y:_}),r.has(n)&&V(cc,{x:h+(s+.5)*g,y:sc(e,s,_),count:r.get(n)})]},n))})]})})}function ac(){return V(`defs`,{children:V(`pattern`,{id:`chart-hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[V(`rect`,{class:`chart-hatch-ground`,width:`6`,height:`6`}),V(`line`,{class:`chart-hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})})}function oc({stacks:e,index:t,x:n,width:r,y:i}){let[a,o]=[0n,0n];return V(S,{children:e.series.map((e,s)=>{let c=e.nano[t];if(c===0n)return null;let l=c>0n?a:o;c>0n?a+=c:o+=c;let[u,d]=[i(l),i(l+c)];return V(`rect`,{class:`chart-part ${ec(e,s)}`,"data-key":e.key??``,x:n,y:Math.min(u,d),width:r,height:Math.abs(u-d)},e.key??``)})})}var sc=({series:e},t,n)=>n(e.reduce((e,{nano:n})=>n[t]>0n?e+n[t]:e,0n));function cc({x:e,y:t,count:n}){return V(`g`,{class:`chart-mark`,transform:`translate(${e} ${t-4})`,children:[V(`path`,{d:`M0 0l-5 -8h10z`}),n>1&&V(`text`,{x:`7`,y:`-1`,children:n})]})}function lc({periods:e,series:t,totals:n},r,i,a){let o=e=>z({currency:i,amount:gr(e)}),s=t.filter(({nano:e})=>e[r]!==0n).map(({key:e,nano:t})=>`${e===null?$s.rest:Bi(e)} ${o(t[r])}`),c=a>0?[$s.anomaliesOf(B(a))]:[];return[`${e[r]}: ${o(n[r])}`,...c,...s].join(`; `)}var uc=R.cost;function dc(e,t){let n=e.columns.key.find(({key:e})=>e===t)?.value??[],r=new Map;return n.forEach((t,n)=>{t!==null&&t!==`~hidden`&&r.set(t,(r.get(t)??0n)+hr(e.columns.cost[n]??`0`))}),[...r].filter(([,e])=>e!==0n).sort(([,e],[,t])=>e<t?1:e>t?-1:0).slice(0,8).map(([e])=>e)}function fc(e,t){let n=e.by[0],r={from:e.from,to:e.to,...la(e,j.value)},i=Xi(n)?[]:dc(t,n),a=[...ca(e.filters.filter(e=>e.dimension!==n)),...i.length?[{dimension:n,values:[...i]}]:[]],o=Xi(n)?[e.step]:[n,e.step];return{keys:i,variables:{input:{...r,by:o,filters:a},whole:{...r,by:[e.step]}}}}function pc({state:e,sums:t}){let n=t?fc(e,t):null,r=I(Vn,n?.variables??null,e=>({...F(e.whole),parts:F(e.parts)})),[i,a]=T(null),o=D(null),s=uc.dimensions[e.by[0]],c=uc.barsTitle(s,uc.steps[e.step]),l=uc.barsQuestion(s,e.from,e.to,e.filters.map(({dimension:e,value:t})=>`${uc.dimensions[e]} ${Bi(t)}`)),u=e=>{let t=o.current?.querySelector(`svg.chart`),n=di(r.data);t&&n&&Vs(t,e,`cost-over-time`,l,n)},d=({columns:t,parts:r})=>Ws(r.columns,t,e.by[0],n?.keys??[],e.step,_a(e.step,e.from,e.to));return V(W,{title:c,lead:uc.barsLead(t?.ledger.currency??``),answer:r,exportName:`cost-over-time`,exportTable:t=>gc(d(t),e.step),tools:V(S,{children:[V(Ta,{state:e}),r.data&&V(`span`,{class:`export`,children:[V(`button`,{type:`button`,class:`quiet`,onClick:()=>u(`svg`),children:R.picture.exportSvg}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>u(`png`),children:R.picture.exportPng})]})]}),children:n=>{let r=d(n),s=i??e.at;return V(`div`,{ref:o,children:[V(rc,{stacks:r,currency:t?.ledger.currency??``,label:c,anomalies:new Map,chosen:e.at,onHover:a,onChoose:t=>N({at:t===e.at?void 0:t})}),V(mc,{state:e,stacks:r,period:s})]})}})}function mc({state:e,stacks:t,period:n}){let r=n===null?-1:t.periods.indexOf(n),i=({nano:e,total:t})=>gr(r<0?t:e[r]),a=gr(r<0?t.totals.reduce((e,t)=>e+t,0n):t.totals[r]),o=Oa([a,...t.series.map(i)]),[s,c]=r<0?[e.from,e.to]:ma(e.step,t.periods[r],e.from,e.to);return V(`div`,{class:`readout`,children:[V(`p`,{class:`readout-head`,children:[V(`strong`,{children:r<0?uc.allPeriods:t.periods[r]}),` `,V(ka,{amount:a,places:o}),r>=0&&(s!==e.from||c!==e.to)&&V(`a`,{href:M(`cost`,{...Sa(e),from:s,to:c}),children:uc.onlyThis})]}),V(`ul`,{class:`legend-list`,children:t.series.map((t,n)=>V(`li`,{"data-key":t.key??``,children:[V(`svg`,{class:`swatch`,width:`12`,height:`12`,"aria-hidden":`true`,children:V(`rect`,{class:ec(t,n),width:`12`,height:`12`,rx:`2`})}),t.key===null?V(`span`,{children:uc.rest}):V(Vi,{value:t.key,address:hc(e,t.key)}),V(ka,{amount:i(t),places:o})]},t.key??``))})]})}function hc(e,t){let n=pa(e,new Map([[e.by[0],t]]));return n?M(`cost`,{...Sa(e),...n}):void 0}var gc=({periods:e,series:t},n)=>({columns:[n,`key`,`cost`],rows:e.flatMap((e,n)=>t.map(({key:t,nano:r})=>[e,t??`~rest`,gr(r[n])]))}),_c=R.cost,vc=`reasoning`;function yc({columns:e},t){let n=t.map(t=>e.key.find(({key:e})=>e===t)?.value??[]),r=e.tokens.filter(({key:e})=>e!==vc);return e.cost.map((i,a)=>({key:new Map(t.map((e,t)=>[e,n[t][a]??``])),cost:i??`0`,estimate:e.estimate[a]??`0`,included:e.included[a]??`0`,basis:e.basis[a]??``,requests:e.requests[a]??0,tokens:r.reduce((e,{value:t})=>e+(t[a]??0),0)}))}var bc=({key:e})=>[...e.values()].join(` `),xc=e=>Number(hr(e));function Sc({state:e,answer:t}){let n=fa(e.by,e.filters);return V(W,{title:_c.rowsTitle(e.by.map(e=>_c.dimensions[e]).join(` · `)),lead:n?_c.opensTo(n.map(e=>_c.dimensions[e]).join(`, `)):_c.finest,answer:t,exportName:`cost`,exportTable:t=>({columns:[...e.by,`cost`,`estimate`,`included`,`currency`,`basis`,`requests`,`tokens`],rows:yc(t,e.by).map(e=>[...e.key.values(),e.cost,e.estimate,e.included,t.ledger.currency,e.basis,e.requests,e.tokens])}),summary:e=>pr(e.ledger),children:t=>V(Cc,{state:e,sums:t})})}function Cc({state:e,sums:t}){let n=yc(t,e.by),r=n.reduce((e,{cost:t})=>e+hr(t),0n),i=hr(t.ledger.amount)-r,a={cost:Oa([...n.map(({cost:e})=>e),gr(r)]),estimate:Oa([...n.map(({estimate:e})=>e),t.estimateValue.amount]),included:Oa([...n.map(({included:e})=>e),t.includedValue.amount])},o=e=>({key:e,title:_c.amounts[e],cell:t=>V(ka,{amount:t[e],places:a[e]}),sort:t=>xc(t[e]),align:`end`,wide:e!==`cost`}),s=[...e.by.map((t,n)=>({key:t,title:_c.dimensions[t],cell:r=>{let i=n===0?pa(e,r.key):null;return V(Vi,{value:r.key.get(t),address:i?M(`cost`,{...Sa(e),...i}):void 0})},sort:e=>e.key.get(t)})),o(`cost`),o(`estimate`),o(`included`),{key:`basis`,title:_c.basis,cell:({basis:e})=>V(`span`,{class:`muted small`,children:_c.bases[e]??e}),sort:({basis:e})=>e,wide:!0},{key:`requests`,title:_c.requests,cell:({requests:e})=>B(e),sort:({requests:e})=>e,align:`end`,wide:!0},{key:`tokens`,title:_c.tokens,cell:({tokens:e})=>B(e),sort:({tokens:e})=>e,align:`end`,wide:!0}];return V(S,{children:[V(H,{caption:_c.rowsTitle(_c.dimensions[e.by[0]]),rows:n,rowKey:bc,columns:s,empty:_c.noRows,footer:{[e.by[0]]:_c.sumOfRows,cost:V(ka,{amount:gr(r),places:a.cost}),estimate:V(ka,{amount:t.estimateValue.amount,places:a.estimate}),included:V(ka,{amount:t.includedValue.amount,places:a.included})}}),V(`p`,{class:`table-foot`,children:i===0n?_c.rowsAreLedger:_c.rowsAndBuckets(z({currency:t.ledger.currency,amount:gr(i)}))})]})}var K=R.cost,wc=[`~unattributed`,`~shared`,Gi],Tc=[`seat`,`variance`,`tax`,`credit`,`other`];function Ec(e,t,n){let r=e.columns.key.find(({key:e})=>e===t.by[0])?.value??[],i=new Map(wc.map(e=>[e,0n])),a=new Set,o=0n;e.columns.cost.forEach((e,t)=>{let[n,s]=[r[t]??``,hr(e??`0`)];Ri(n)?i.set(n,(i.get(n)??0n)+s):(o+=s,a.add(n))});let s=t.filters.filter(({dimension:e})=>e!==t.by[0]).map(aa),c=new Map(Tc.map(e=>[e,0n]));for(let{key:t,value:n}of e.buckets)c.set(t,hr(n.amount));return[{name:`named`,label:K.named(B(a.size),K.dimensions[t.by[0]]),nano:o},...[...i].map(([e,r])=>({name:e,label:zi(e),nano:r,...r!==0n&&e!==`~hidden`?{address:n({filter:[...s,`${t.by[0]}=${e}`]})}:{}})),...[...c].map(([e,t])=>({name:e,label:K.buckets[e]??e,nano:t,...e===`variance`&&t!==0n?{address:n({show:`bill`})}:{}}))]}function Dc({sums:e,state:t,address:n}){let r=Ec(e,t,n),i=r.reduce((e,{nano:t})=>e+t,0n),a=i===hr(e.ledger.amount),o=Oa([...r.map(({nano:e})=>gr(e)),e.ledger.amount,e.estimateValue.amount,e.includedValue.amount]),s=gr(e.overlaps.filter(({cost:t})=>t.currency===e.ledger.currency).reduce((e,{cost:t})=>e+hr(t.amount),0n));return V(`div`,{class:`sheet`,children:[V(`table`,{class:`sheet-table`,children:[V(`caption`,{class:`visually-hidden`,children:K.sheet}),V(`thead`,{children:V(`tr`,{children:[V(`th`,{scope:`col`,children:K.inLedger}),V(`th`,{scope:`col`,class:`end`,children:e.ledger.currency})]})}),V(`tbody`,{children:r.map(({name:e,label:t,nano:n,address:r})=>V(`tr`,{"data-part":e,children:[V(`th`,{scope:`row`,children:r?V(`a`,{href:r,children:t}):t}),V(`td`,{class:`end`,children:V(ka,{amount:gr(n),places:o})})]},e))}),V(`tfoot`,{children:V(`tr`,{"data-part":`ledger`,children:[V(`th`,{scope:`row`,children:K.ledger}),V(`td`,{class:`end`,children:V(ka,{amount:e.ledger.amount,places:o})})]})})]}),V(`p`,{class:a?`sheet-proof`:`problem`,role:a?void 0:`alert`,children:a?K.addsUp:K.addsUpNot(gr(hr(e.ledger.amount)-i))}),V(`table`,{class:`sheet-table`,children:[V(`caption`,{class:`visually-hidden`,children:K.beside}),V(`thead`,{children:V(`tr`,{children:[V(`th`,{scope:`col`,children:K.beside}),V(`th`,{scope:`col`})]})}),V(`tbody`,{children:[V(Oc,{name:`estimate`,label:K.estimateValue,amount:e.estimateValue.amount,places:o}),V(Oc,{name:`included`,label:K.includedValue,amount:e.includedValue.amount,places:o}),V(`tr`,{"data-part":`overlaps`,children:[V(`th`,{scope:`row`,children:e.overlaps.length?V(`a`,{href:n({show:`bill`}),children:K.overlapsOf(B(e.overlaps.length))}):K.overlapsOf(`0`)}),V(`td`,{class:`end`,children:V(ka,{amount:s,places:o})})]}),V(`tr`,{"data-part":`unpriced`,children:[V(`th`,{scope:`row`,children:K.unpriced}),V(`td`,{class:`end`,children:K.rows(B(e.unpricedRows))})]}),e.droppedBuckets.map(({key:e,value:t})=>V(Oc,{name:`dropped-${e}`,label:K.dropped(K.buckets[e]??e),amount:t.amount,places:o},e)),e.leftOut.map(({currency:e,amount:t})=>V(`tr`,{"data-part":`left-out-${e}`,children:[V(`th`,{scope:`row`,children:V(`a`,{href:n({currency:e}),children:K.leftOut(e)})}),V(`td`,{class:`end`,children:V(ka,{amount:t,places:o})})]},e))]})]}),e.rates.map(({key:t,value:n})=>V(`p`,{class:`muted small`,children:K.rate(t,String(n),e.ledger.currency)},t)),e.droppedBuckets.length>0&&V(`p`,{class:`muted small`,children:K.droppedWhy})]})}function Oc({name:e,label:t,amount:n,places:r}){return V(`tr`,{"data-part":e,children:[V(`th`,{scope:`row`,children:t}),V(`td`,{class:`end`,children:V(ka,{amount:n,places:r})})]})}var kc=R.cost;function Ac(){let e=sa(A.value.params,j.value);return V(S,{children:[V(`h1`,{children:kc.title}),V(`p`,{class:`lead`,children:kc.lead}),V(xa,{state:e}),V(jc,{state:e})]})}function jc({state:e}){let t=I(Bn,{input:{by:[...e.by],from:e.from,to:e.to,...la(e,j.value)}},e=>F(e.costAttribution)),n=t=>M(`cost`,{...Sa(e),...t});return V(`div`,{class:`cost`,children:[V(W,{title:kc.sums,lead:kc.sumsLead(e.from,e.to),answer:t,class:`cost-sheet`,exportName:`cost-sums`,children:t=>V(Dc,{sums:t,state:e,address:n})}),V(`div`,{class:`cost-main`,children:[V(pc,{state:e,sums:t.data}),V(Sc,{state:e,answer:t})]})]})}var Mc=100,Nc=7,Pc=[1,7,30,90],q=R.changes;function Fc(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var Ic=({isOpened:e})=>V(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[V(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?q.opened:q.closed]}),Lc={key:`change`,title:q.change,cell:({isOpened:e})=>V(Ic,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},Rc=[{key:`claimedBy`,title:q.claimedBy,cell:({claimedBy:e})=>e??R.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:q.run,cell:({run:e})=>e??R.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:q.at,cell:({at:e})=>Cr(e),sort:({at:e})=>e,wide:!0}],zc=[Lc,{key:`source`,title:q.source,cell:({source:e})=>V(U,{id:e}),sort:({source:e})=>e},{key:`kind`,title:q.kind,cell:({kind:e})=>V(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:q.target,cell:({target:e})=>V(U,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>e&&V(Zr,{permission:e}),wide:!0},...Rc],Bc=[Lc,{key:`root`,title:q.root,cell:({root:e})=>V(U,{id:e,href:M(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>V(U,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>V(Zr,{permission:e}),wide:!0},{key:`hops`,title:q.hops,cell:({hops:e})=>B(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:q.reasons,cell:({reasons:e})=>V(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function Vc({title:e,total:t,children:n}){return V(`section`,{class:`part`,children:[V(`h3`,{children:[e,` `,V(`span`,{class:`muted`,children:B(t)})]}),n]})}function Hc(){let e=Er(j.value),t=P(`from`)??kr(Dr(e,Nc)),n=P(`of`),r=I(zn,{input:{from:t,asOf:j.value??null,of:n??null},first:Mc},e=>F(e.changes));return V(S,{children:[V(`h1`,{children:q.title}),V(`p`,{class:`lead`,children:q.lead}),V(`div`,{class:`search-form`,role:`group`,"aria-label":q.from,children:[Pc.map(n=>{let r=kr(Dr(e,n));return V(`button`,{type:`button`,"aria-pressed":r===t,onClick:()=>N({from:r}),children:q.days(n)},n)}),n&&V(S,{children:[V(U,{id:n}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>N({of:void 0}),children:q.clearOf})]})]}),V(W,{title:r.data?`${Cr(r.data.from)} → ${Cr(r.data.to)}`:q.title,answer:r,exportName:`changes`,candidateHref:e=>M(`changes`,{from:t,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:Fc(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>q.summary(B(e.opened.totalCount),B(e.closed.totalCount)),children:e=>V(Uc,{data:e,from:t})})]})}function Uc({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return V(S,{children:[V(Vc,{title:q.orphaned,total:s,children:V(H,{caption:q.orphaned,columns:Bc,rows:Fc(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:q.nothing})}),V(Vc,{title:q.reach,total:o.totalCount,children:V(H,{caption:q.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:q.nothing,columns:[{key:`who`,title:q.root,cell:({id:e,name:n})=>V(U,{id:e,name:n,href:M(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:R.home.gained,cell:({gained:e})=>`+${B(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:R.home.lost,cell:({lost:e})=>`−${B(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:R.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${xr(e)} → ${xr(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),V(Vc,{title:q.edges,total:c,children:V(H,{caption:q.edges,columns:zc,rows:Fc(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:q.nothing})}),V(Vc,{title:q.permissions,total:r.totalCount,children:V(H,{caption:q.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:q.nothing,columns:[{key:`source`,title:q.source,cell:({source:e})=>V(U,{id:e}),sort:({source:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>V(U,{id:e}),sort:({target:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>V(Zr,{permission:e})},{key:`after`,title:q.after,cell:({after:e})=>V(Zr,{permission:e})},...Rc]})}),V(Vc,{title:q.properties,total:i.totalCount,children:V(H,{caption:q.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:q.nothing,columns:[{key:`id`,title:q.of,cell:({id:e})=>V(U,{id:e}),sort:({id:e})=>e},{key:`property`,title:q.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>e??R.unknown},{key:`after`,title:q.after,cell:({after:e})=>e??R.unknown},...Rc]})})]})}function Wc({command:e}){let[t,n]=T(!1),r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return V(`span`,{class:`command`,children:[V(`code`,{children:e}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?R.parts.copied:R.parts.copy})]})}function Gc({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),V(`aside`,{class:`evidence`,"aria-label":R.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[V(`header`,{class:`panel-head`,children:[V(`h2`,{children:R.parts.evidence}),V(`button`,{type:`button`,class:`quiet`,onClick:t,children:R.parts.close})]}),V(`ol`,{class:`evidence-list`,children:e.map(e=>V(`li`,{children:[V(`p`,{class:`evidence-edge`,children:[V(U,{id:e.source,name:e.sourceName}),V(`code`,{children:e.kind}),V(U,{id:e.target,name:e.targetName})]}),V(`dl`,{class:`facts`,children:[e.permission&&V(S,{children:[V(`dt`,{children:R.parts.permission}),V(`dd`,{children:V(Zr,{permission:e.permission})})]}),V(`dt`,{children:R.parts.claimedBy}),V(`dd`,{children:e.claimedBy}),V(`dt`,{children:R.parts.since}),V(`dd`,{children:Cr(e.since)}),e.lastUsed!==void 0&&V(S,{children:[V(`dt`,{children:R.parts.lastUsed}),V(`dd`,{children:wr(e.lastUsed)})]}),V(`dt`,{children:R.parts.statement}),V(`dd`,{children:e.evidence?V(`code`,{class:`statement`,children:e.evidence}):R.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var Kc=R.picture,qc=R.permissions,Jc=R.sensitivities,Yc=e=>Kc.edges[e]??e;function Xc(e){return e.role===`fold`?Kc.fold(B(e.members.length),Kc.pluralKinds[e.kind]??Jr(e.kind)):e.name}function Zc(e,t){return t&&(e.role===`fold`?Kc.upTo(t.toLowerCase()):t)}function Qc(e){let t=e.permission===null?void 0:qc[e.permission],n=e.sensitivity===null?void 0:Jc[e.sensitivity],r=[Zc(e,t),Zc(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return Kc.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=Wr(e.id);return e.role===`fold`||i===``?Jr(e.kind):`${Jr(e.kind)} · ${i}`}function $c(e){return[Xc(e),e.role===`fold`?void 0:`${Jr(e.kind)} ${Wr(e.id)}`.trim(),e.role===`between`?Kc.onTheWay:void 0,e.permission===null?void 0:Zc(e,qc[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?Kc.assumed:void 0,e.sensitivity===null?void 0:Zc(e,Jc[e.sensitivity]),e.exercised===null?void 0:R.uses[e.exercised],e.role===`fold`?Kc.opensFold:void 0].filter(Boolean).join(`, `)}function el(e,t,n){return[`${Xc(t)} ${Yc(e.kind)} ${Xc(n)}`,e.permission===null?void 0:qc[e.permission],e.exercised===null?void 0:R.uses[e.exercised],Kc.claims(e.evidence.length)].filter(Boolean).join(`, `)}function tl(e){return{roleDescription:Kc.roleDescription,zoom:Kc.zoom,zoomIn:Kc.zoomIn,zoomOut:Kc.zoomOut,fit:Kc.fit,hop:(t,n)=>e(t,B(n)),title:Xc,subtitle:Qc,describeNode:$c,describeEdge:el,edge:Yc,cut:Kc.cut,gone:Kc.gone}}var nl=R.whatIf,rl=[{title:nl.dataSources,note:nl.dataSourcesNote,show:({dataSources:e})=>B(e)},{title:nl.score,note:nl.scoreNote,show:({score:e})=>xr(e)},{title:nl.orphanedRoots,show:({orphanedRoots:e})=>B(e)},{title:nl.orphanedPaths,note:nl.orphanedPathsNote,show:({orphanedPaths:e})=>B(e)},{title:nl.spend,show:({spendPerMonth:e})=>z(e),exact:({spendPerMonth:e})=>e?pr(e):void 0}];function il({before:e,after:t}){return V(`table`,{class:`difference`,children:[V(`caption`,{class:`visually-hidden`,children:nl.result}),V(`thead`,{children:V(`tr`,{children:[V(`td`,{}),V(`th`,{scope:`col`,children:nl.before}),V(`th`,{scope:`col`,children:nl.after})]})}),V(`tbody`,{children:rl.map(({title:n,note:r,show:i,exact:a})=>V(`tr`,{class:i(e)===i(t)?`is-same`:`is-changed`,children:[V(`th`,{scope:`row`,children:[n,r&&V(`span`,{class:`difference-note`,children:r})]}),V(`td`,{title:a?.(e),children:i(e)}),V(`td`,{title:a?.(t),children:i(t)})]},n))})]})}var al=[`remove`,`offboard`,`block`,`add`];function ol(e){let t=t=>[...new Set(e[t]??[])];return{remove:t(`remove`),offboard:t(`offboard`),block:t(`block`),add:t(`add`)}}var sl=e=>al.some(t=>e[t].length>0);function cl(e,t){return{...t?{asOf:t}:{},...Object.fromEntries(al.filter(t=>e[t].length>0).map(t=>[t,[...e[t]]]))}}var ll=({source:e,kind:t,target:n})=>`${e} -${t}-> ${n}`,ul=({source:e,kind:t,target:n},r)=>[e,t,n,r].filter(Boolean).join(` `),dl=RegExp(`^(.+?)\\s+-?\\s*(${Object.keys(R.picture.edges).join(`|`)})\\s*(?:->)?\\s+(.+)$`,`s`);function fl(e,t){let n=t===`remove`||t===`add`?dl.exec(e):null;if(n===null)return{source:e};let[,r=``,i=``,a=``]=n,o=t===`add`?/^(.+)\s+(DISCOVER|READ|WRITE|ADMIN)$/s.exec(a):null;return{source:r,kind:i,target:o?.[1]??a,...o?.[2]?{permission:o[2]}:{}}}var pl=`LOSES`,ml=({reasons:e})=>e.reduce((e,{since:t})=>t&&(e===null||t<e)?t:e,null),hl=e=>R.reasons[e]??e,gl=({target:e,witness:t})=>t.at(-1)?.targetName??Hr(e),_l=(e,t)=>[...new Set([e,...t.flatMap(({witness:e})=>e.slice(0,1).map(({source:e})=>e))])];function vl(e,t){let n=t.map(e=>({id:e.target,kind:Ua(e.target),name:gl(e),permission:e.permission??null,permissionKnown:!0,hops:e.hops,exercised:e.lastUsed?`YES`:`UNKNOWN`,lastUsed:e.lastUsed??null,witness:e.witness}));return $a(_l(e,t),n,`out`)}function yl(e,t){let n=new Map(e.nodes.map(({id:e,hop:t})=>[e,t])),r=[],i=[];for(let{id:e,name:a,loses:o}of t){let t=o.filter(e=>n.has(e));if(t.length!==0){n.has(e)||r.push(Qa(e,a,Math.max(0,Math.max(...t.map(e=>n.get(e)??0))-1),`between`));for(let n of t)i.push({key:Ha({source:e,kind:pl,target:n}),source:e,target:n,kind:pl,permission:null,exercised:null,evidence:[]})}}return r.length+i.length===0?e:{...e,nodes:[...e.nodes,...r].sort((e,t)=>Va(e.id,t.id)),edges:[...e.edges,...i]}}var bl=e=>[...new Set(e.map(({target:e})=>e))].filter(e=>Ua(e)===`DataSource`);function xl(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?[t,...n]:[...e.edges.map(ll),...e.nodes]}function Sl(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?new Set([t,...n]):new Set([...e.edges.map(Ha),...e.nodes])}function Cl(e,t,n,r){let i=e=>new Set(e.filter(e=>e.root===t).map(({target:e})=>e)),[a,o]=[i(n),i(r)],s=new Set([...e.routes].filter(([e])=>!a.has(e)||o.has(e)).flatMap(([e,t])=>[e,...t]));for(let t of e.edges)s.has(t.key)&&(s.add(t.source),s.add(t.target));let c=[...e.nodes.filter(({role:e})=>e!==`start`).map(({id:e})=>e),...e.edges.map(({key:e})=>e)];return new Set(c.filter(e=>!s.has(e)))}var wl=(e,t)=>({cut:e,gone:t??new Set}),Tl=({witness:e})=>e.map(({source:e,kind:t,target:n},r)=>r===0?`${e} -${t}-> ${n}`:`-${t}-> ${n}`).join(` `),J=R.orphaned,El=tl(R.picture.hop),Dl=200;function Ol({root:e,answer:t,routes:n,more:r}){let i=bl(n),a={from:[e.id,...e.folded],to:[...i],asOf:j.value??null},o=I(rr,i.length>0?{input:a,first:Dl}:null,e=>F(e.revocation)),s=i.length===0||o.state===`answered`,c=s?xl(o.data,e.id,e.folded):[],l=P(`try`)!==void 0&&c.length>0&&c.length<=100,u=I(dr,l?{input:{remove:[...c],...j.value?{asOf:j.value}:{}},first:1}:null,e=>F(e.whatIf)),d=()=>N({try:P(`try`)===void 0||void 0},!0);Al(`w`,d);let f=O(()=>vl(e.id,n),[e.id,n.length,t.data]),p=O(()=>yl(f,o.data?.collateral.nodes??[]),[f,o.data]),m=s&&n.length>0?Sl(o.data,e.id,e.folded):kl,h=l&&u.data?Cl(f,e.id,u.data.orphanedPaths.closed,u.data.orphanedPaths.opened):null,g=new Map((l&&u.data?u.data.orphanedPaths.opened:[]).filter(t=>t.root===e.id).map(({target:e,permission:t})=>[e,t??null])),_=O(()=>wl(m,h),[[...m].join(`
`),h&&[...h].join(`
`)]);return V(S,{children:[V(`div`,{class:`root-top`,children:[V(jl,{root:e,answer:t}),V(`section`,{class:`revocation`,"aria-label":J.revocation,children:[V(W,{title:J.revocation,lead:i.length>0?J.revocationLead:J.onlyModels,answer:i.length>0?o:{...t,data:void 0,state:`idle`},exportName:`revocation`,exportTable:Fl,summary:({cost:e})=>`${J.cost} ${B(e)}`,children:e=>V(Pl,{data:e})}),c.length>100?V(`p`,{class:`muted small`,children:J.tooMany(100)}):s&&V(`p`,{class:`try`,children:[V(`button`,{type:`button`,"aria-pressed":l,"aria-keyshortcuts":`w`,onClick:d,children:[l?J.tryingIt:J.tryIt,` `,V(`kbd`,{"aria-hidden":`true`,children:`w`})]}),V(`a`,{href:M(`what-if`,{remove:c}),children:J.openWhatIf})]}),l&&V(W,{title:R.whatIf.result,level:3,answer:u,exportName:`what-if`,summary:({after:e})=>`${R.whatIf.orphanedPaths} ${B(e.orphanedPaths)}`,children:({before:e,after:t})=>V(il,{before:e,after:t})})]})]}),V(Il,{root:e,answer:t,routes:n,more:r,graph:p,marks:_,left:g})]})}var kl=new Set;function Al(e,t){let n=D(t);n.current=t,E(()=>{let t=t=>{let r=t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName);t.key!==e||r||t.ctrlKey||t.metaKey||t.altKey||t.defaultPrevented||(t.preventDefault(),n.current())};return document.addEventListener(`keydown`,t),()=>document.removeEventListener(`keydown`,t)},[e])}function jl({root:e,answer:t}){let n=D(null);return E(()=>n.current?.focus({preventScroll:!0}),[e.id]),V(`section`,{class:`panel root-facts`,children:[V(`header`,{class:`root-head`,children:[V(`h2`,{tabIndex:-1,ref:n,children:[V(U,{id:e.id,name:e.name}),e.shadow&&V(`span`,{class:`tag`,children:J.shadowMark})]}),V(`nav`,{class:`actions`,"aria-label":e.name,children:[V(`a`,{href:M(`blast-radius`,{start:e.id}),children:J.blastRadius}),V(`a`,{href:M(`changes`,{of:e.id}),children:J.changes})]})]}),V(`dl`,{class:`facts root-list`,children:[V(`dt`,{children:J.why}),V(`dd`,{children:[e.reasons.length===0&&(J.state[e.state]??e.state),e.reasons.map(({code:e,since:t,evidence:n})=>V(`p`,{children:[V(`b`,{children:hl(e)}),t&&V(`span`,{class:`nowrap`,children:[` · `,Cr(t)]}),V(`span`,{class:`root-evidence`,children:n})]},e+n))]}),V(`dt`,{children:J.since}),V(`dd`,{children:ml(e)?Cr(ml(e)):J.sinceUnknown}),V(`dt`,{children:ml(e)?J.spend:J.spendOfWindow}),V(`dd`,{title:e.spendSince?pr(e.spendSince):void 0,children:z(e.spendSince)}),e.folded.length>0&&V(S,{children:[V(`dt`,{children:J.folded}),V(`dd`,{class:`chips`,children:e.folded.map(e=>V(U,{id:e},e))})]}),V(`dt`,{children:J.nextOwner}),V(`dd`,{children:[e.nextOwner.length===0&&V(`span`,{class:`muted`,children:J.nobody}),e.nextOwner.map(({id:e,name:t,reason:n,evidence:r})=>V(`p`,{children:[V(U,{id:e,name:t}),` `,V(`span`,{children:J.nextOwners[n]??n}),V(`span`,{class:`root-evidence`,children:r})]},e+n))]})]}),t.state===`loading`&&V(`p`,{class:`asking`,children:R.loading})]})}var Ml=[{key:`action`,title:J.step,cell:({action:e})=>e},{key:`system`,title:J.system,cell:({system:e})=>V(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`cost`,title:J.cost,cell:({cost:e})=>B(e),align:`end`},{key:`command`,title:J.command,wide:!0,cell:({command:e})=>e?V(Wc,{command:e}):V(`span`,{class:`muted`,children:J.noCommand})}],Nl=[{key:`person`,title:J.person,cell:({id:e,name:t})=>V(U,{id:e,name:t})},{key:`loses`,title:J.loses,cell:({loses:e})=>V(`span`,{class:`chips`,children:e.map(e=>V(U,{id:e},e))})}];function Pl({data:e}){let t=e.collateral.totalCount;return e.steps.length===0?V(`p`,{class:`empty`,children:J.noCut}):V(S,{children:[V(H,{caption:J.revocation,columns:Ml,rows:e.steps,rowKey:({source:e,target:t,action:n})=>`${e} ${t} ${n}`}),V(`p`,{class:`verdict`,children:[V(`span`,{class:e.proven?`good`:`bad`,children:[V(`span`,{"aria-hidden":`true`,children:e.proven?`✓`:`✗`}),` `,e.proven?J.proven:J.notProven]}),` `,J.cost,` `,V(`b`,{children:B(e.cost)}),`. `,t===0?J.noCollateral:`${J.collateral(B(t))}.`]}),t>0&&V(H,{caption:J.loses,columns:Nl,rows:e.collateral.nodes,rowKey:({id:e})=>e,total:t})]})}function Fl({steps:e}){return{columns:[`system`,`action`,`cost`,`source`,`target`,`command`],rows:e.map(({system:e,action:t,cost:n,source:r,target:i,command:a})=>[e,t,n,r,i??null,a??null])}}function Il({root:e,answer:t,routes:n,more:r,graph:i,marks:a,left:o}){let[s,c]=T(null),l=P(`row`)??null,u=n.find(({target:e})=>e===l),d=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),N({row:t?void 0:e??void 0},!0)},f=s===null?u?.witness:i.edges.find(({key:e})=>e===s)?.evidence;return V(W,{title:J.routesTitle,lead:J.routesLead,answer:t,exportName:`orphaned-routes`,exportTable:()=>Rl(n),summary:({totalPaths:e})=>J.paths(B(e)),children:t=>n.length===0?V(`p`,{class:`empty`,children:J.noRoutes}):V(S,{children:[r!==null&&V(`p`,{class:`muted small`,children:[J.someRoutes(B(n.length),B(t.totalPaths)),` `,V(`button`,{type:`button`,onClick:r,children:R.more})]}),V(`div`,{class:`reach-sides`,children:[V(`section`,{class:`reach-picture`,"aria-label":R.reach.picture,children:V(Ns,{graph:i,words:El,title:J.routesTitle,subject:e.id,direction:`out`,selected:s??l,onSelect:d,focused:P(`focus`)??null,onFocus:e=>N({focus:e??void 0}),provenance:t,exportName:`orphaned-routes`,marks:a})}),V(`section`,{class:`reach-list`,"aria-label":R.reach.list,children:V(H,{caption:J.routesTitle,columns:Ll(o),rows:n,rowKey:({target:e})=>e,rowClass:({target:e})=>a.gone.has(e)?`is-gone`:``,selected:l??``,onOpen:({target:e})=>d(e),total:t.totalPaths})})]}),f!==void 0&&f.length>0&&V(`div`,{class:`reach-evidence`,children:V(Gc,{edges:f,onClose:()=>d(null)},s??l??``)})]})})}var Ll=e=>[{key:`target`,title:J.target,cell:e=>V(U,{id:e.target,name:gl(e)}),sort:e=>gl(e).toLowerCase()},{key:`permission`,title:J.permission,cell:({target:t,permission:n})=>V(S,{children:[n?V(Zr,{permission:n}):R.unknown,e.has(t)&&V(S,{children:[` → `,V(Zr,{permission:e.get(t)})]})]})},{key:`below`,title:J.below,align:`end`,wide:!0,cell:({below:e})=>e>0?`+${B(e)}`:``,sort:({below:e})=>e},{key:`hops`,title:J.hops,align:`end`,wide:!0,cell:({hops:e})=>B(e),sort:({hops:e})=>e},{key:`used`,title:J.lastUsed,cell:({lastUsed:e})=>wr(e),sort:({lastUsed:e})=>e}];function Rl(e){return{columns:[`root`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.map(e=>[e.root,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Tl(e)])}}var zl=R.orphaned;async function Bl(e){let t=[],n=[],r=F((await hn($n,{input:{asOf:e??null},first:200})).orphanedPaths),i=r,a={asOf:i.snapshot.asOf};for(t.push(...r.roots.nodes);r.roots.pageInfo.hasNextPage;)r=F((await hn($n,{input:a,first:200,after:r.roots.pageInfo.endCursor??null})).orphanedPaths),t.push(...r.roots.nodes);let o=null;do{let e=F((await hn(nr,{input:a,first:200,after:o})).orphanedPaths).paths;n.push(...e.nodes),o=e.pageInfo.hasNextPage?e.pageInfo.endCursor:null}while(o);return{provenance:i,roots:t,paths:n}}function Vl({roots:e,paths:t}){return{columns:[`root`,`name`,`state`,`shadow`,`reasons`,`since`,`spend_since`,`currency`,`next_owner`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.flatMap(e=>{let n=t.filter(t=>t.root===e.id),r=[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),ml(e),e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null];return n.length===0?[[...r,null,null,null,null,null,null]]:n.map(e=>[...r,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Tl(e)])})}}function Hl(){let[e,t]=T(!1),[n,r]=T(),[i,a]=T();E(()=>{i!==void 0&&(window.print(),a(void 0))},[i]);let o=async e=>{t(!0),r(void 0);try{let t=await Bl(j.value),n={text:nr.toString().trim(),variables:{input:{asOf:t.provenance.snapshot.asOf}}},r=e=>oi(`orphaned-paths`,t.provenance,e);e===`csv`?ai(r(`csv`),`text/csv`,ri(Vl(t),t.provenance)):e===`json`?ai(r(`json`),`application/json`,ii({roots:t.roots,paths:t.paths},n,t.provenance,new Date)):a(t)}catch(e){r(vn(e))}finally{t(!1)}};return V(S,{children:[V(`div`,{class:`sheet-tools`,role:`group`,"aria-label":zl.sheet,"aria-busy":e||void 0,children:[V(`span`,{class:`muted`,children:zl.sheet}),V(s,{purpose:`csv`,label:R.parts.exportCsv}),V(s,{purpose:`json`,label:R.parts.exportJson}),V(s,{purpose:`print`,label:zl.print})]}),n&&V(si,{problem:n}),i&&V(Ul,{sheet:i})]});function s({purpose:t,label:n}){return V(`button`,{type:`button`,disabled:e,onClick:()=>void o(t),children:n})}}function Ul({sheet:{provenance:e,roots:t,paths:n}}){let{asOf:r,digest:i}=e.snapshot;return V(`section`,{class:`sheet`,children:[V(`p`,{children:zl.sheetLead(Cr(r),i.slice(0,12))}),t.map(e=>V(`article`,{children:[V(`h2`,{children:[e.name,` `,V(`small`,{children:e.id})]}),V(`p`,{children:[e.reasons.map(({code:e,evidence:t})=>`${hl(e)} (${t})`).join(`; `)||zl.state[e.state],`. `,zl.since,`: `,ml(e)?wr(ml(e)):zl.sinceUnknown,`. `,zl.spend,`: `,z(e.spendSince),`. `,zl.nextOwner,`: `,e.nextOwner[0]?.name??zl.nobody,`.`]}),V(`ul`,{children:n.filter(t=>t.root===e.id).map(e=>V(`li`,{children:[gl(e),` `,e.permission??``,` `,e.lastUsed?`${zl.lastUsed}: ${e.lastUsed}`:``,V(`br`,{}),V(`small`,{children:Tl(e)})]},e.target))})]},e.id))]})}var Y=R.orphaned,Wl=[`all`,`shadow`,`unknown`];function Gl(){let e=P(`list`),t=Wl.find(t=>t===e)??`all`,n=P(`root`);return V(`div`,{class:`orphaned-view`,children:[V(`h1`,{children:Y.title}),V(`p`,{class:`lead`,children:Y.lead}),n?V(Yl,{id:n}):V(S,{children:[V(`nav`,{class:`lists`,"aria-label":Y.lists,children:Wl.map(e=>V(`a`,{href:M(`orphaned`,{list:e===`all`?void 0:e}),"aria-current":e===t?`page`:void 0,children:Y[e]},e))}),t===`unknown`?V(Jl,{}):V(ql,{list:t}),V(Hl,{})]})]})}var Kl=[{key:`root`,title:Y.root,cell:({id:e,name:t,shadow:n})=>V(S,{children:[V(U,{id:e,name:t,href:M(`orphaned`,{root:e})}),n&&V(`span`,{class:`tag`,children:Y.shadowMark})]}),sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Y.why,wide:!0,cell:({reasons:e,state:t})=>e.length>0?V(`span`,{title:e.map(({evidence:e})=>e).join(`
`),children:e.map(({code:e})=>hl(e)).join(`; `)}):V(`span`,{class:`muted`,children:Y.state[t]??t}),sort:({reasons:e})=>e[0]?.code},{key:`since`,title:Y.since,wide:!0,cell:e=>ml(e)?V(`span`,{class:`nowrap`,children:wr(ml(e))}):V(`span`,{class:`muted`,children:Y.sinceUnknown}),sort:ml},{key:`routes`,title:Y.routes,align:`end`,cell:({routes:e})=>B(e),sort:({routes:e})=>e},{key:`spend`,title:Y.spend,align:`end`,cell:({spendSince:e})=>V(`span`,{title:e?pr(e):void 0,children:z(e)}),sort:({spendSince:e})=>e?Number(e.amount):null},{key:`owner`,title:Y.nextOwner,wide:!0,cell:({nextOwner:[e]})=>e?V(U,{id:e.id,name:e.name}):V(`span`,{class:`muted`,children:Y.nobody}),sort:({nextOwner:[e]})=>e?.name.toLowerCase()}];function ql({list:e}){let[t,n]=yn($n,{input:{asOf:j.value??null},first:200},e=>F(e.orphanedPaths),({roots:e})=>e),r=e===`shadow`,i=r?n.rows.filter(({shadow:e})=>e):n.rows;return V(W,{title:r?Y.shadow:Y.all,answer:t,exportName:r?`shadow-accounts`:`orphaned`,exportTable:()=>Xl(i),summary:({totalRoots:e,totalPaths:t})=>`${B(e)}, ${Y.paths(B(t))}`,children:({totalRoots:e,totalPaths:t,roots:a})=>V(S,{children:[V(`div`,{class:`figures`,children:[V(`span`,{class:`figure figure-strong`,children:[V(`span`,{class:`figure-count`,children:B(r?i.length:e)}),` `,V(`span`,{class:`figure-words`,children:r?Y.shadowCount:Y.principals})]}),!r&&V(`span`,{class:`figure`,children:[V(`span`,{class:`figure-count`,children:B(t)}),` `,V(`span`,{class:`figure-words`,children:Y.routes.toLowerCase()})]})]}),V(H,{caption:r?Y.shadow:Y.all,columns:Kl,rows:i,rowKey:({id:e})=>e,onOpen:({id:e})=>N({root:e}),total:r&&!n.hasMore?i.length:a.totalCount,hasMore:n.hasMore,isLoading:n.isLoading,onMore:n.more,empty:r?Y.noShadow:Y.noRoots})]})})}function Jl(){let[e,t]=yn(er,{input:{asOf:j.value??null},first:200},e=>F(e.orphanedPaths),({unknown:e})=>e);return V(W,{title:Y.unknown,answer:e,exportName:`unknown-owners`,exportTable:()=>({columns:[`id`,`why`],rows:t.rows.map(({id:e,why:t})=>[e,t])}),summary:({totalUnknown:e})=>B(e),children:({totalUnknown:e})=>V(H,{caption:Y.unknown,columns:[{key:`id`,title:Y.root,cell:({id:e})=>V(U,{id:e}),sort:({id:e})=>e},{key:`why`,title:Y.why,cell:({why:e})=>e,sort:({why:e})=>e}],rows:t.rows,rowKey:({id:e})=>e,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Y.noUnknown})})}function Yl({id:e}){let[t,n]=yn(tr,{input:{of:[e],asOf:j.value??null},first:200},e=>F(e.orphanedPaths),({paths:e})=>e),r=t.data?.roots.nodes[0],i=t.data?.unknown.nodes[0];return V(S,{children:[V(`p`,{class:`back`,children:V(`a`,{href:M(`orphaned`,{list:P(`list`)}),children:[`← `,Y.back]})}),r===void 0?V(W,{title:Y.root,answer:t,children:()=>V(S,{children:[V(`p`,{children:V(U,{id:e})}),V(`p`,{class:`empty`,children:i?`${Y.state.UNKNOWN}: ${i.why}`:Y.notListed})]})}):V(Ol,{root:r,answer:t,routes:n.rows,more:n.hasMore?n.more:null})]})}function Xl(e){return{columns:[`id`,`name`,`state`,`shadow`,`reasons`,`since`,`routes`,`spend_since`,`currency`,`next_owner`,`folded`],rows:e.map(e=>[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),ml(e),e.routes,e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null,e.folded.join(` `)])}}var Zl=R.query,Ql=/^query (\w+)/,$l=Object.values(bn).filter(e=>e instanceof L).map(e=>e.toString().trim()).filter(e=>Ql.test(e)).map(e=>({name:Ql.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function eu(){return V(S,{children:[V(`h1`,{children:Zl.title}),V(`p`,{class:`lead`,children:Zl.lead}),V(`p`,{class:`search-form`,children:[V(`a`,{href:`graphiql`,children:Zl.graphiql}),V(`a`,{href:`schema.graphql`,children:Zl.schema})]}),V(`section`,{class:`panel`,"aria-label":Zl.documents,children:[V(`header`,{class:`panel-head`,children:V(`h2`,{children:Zl.documents})}),$l.map(({name:e,document:t})=>V(`details`,{class:`document`,children:[V(`summary`,{children:e}),V(`div`,{class:`query-box`,children:V(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}var tu={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function nu(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&tu[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var ru=8,iu=120;function au({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),[i,a]=T(``),[o,s]=T(``),[c,l]=T(0),[u,d]=T(!1);E(()=>{let e=setTimeout(()=>s(i.trim()),iu);return()=>clearTimeout(e)},[i]);let f=I(sr,o?{input:nu(o,j.value),first:ru}:null,e=>F(e.search)),p=o&&f.data?f.data.nodes.nodes:[];E(()=>l(0),[o]);let m=e=>{let n=p[e];n&&(t(n.id),a(``),s(``),d(!1))},h=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;l(e=>Math.max(0,Math.min(p.length-1,e+t))),d(!0)}else if(e.key===`Enter`&&o===i.trim())m(c);else return;e.preventDefault()},g=u&&o!==``;return V(`div`,{class:`search node-field`,children:[V(`input`,{type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":g,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":g&&p.length>0?`${r}-${c}`:void 0,placeholder:`${e}: ${R.field.hint.toLowerCase()}`,value:i,autofocus:n,onInput:e=>{a(e.currentTarget.value),d(!0)},onBlur:()=>d(!1),onKeyDown:h}),V(`div`,{class:`suggestions`,hidden:!g,children:[V(`ul`,{role:`listbox`,id:r,"aria-label":R.field.suggestions,children:p.map((e,t)=>V(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:e=>{e.preventDefault(),m(t)},children:V(U,{id:e.id,name:e.name,plain:!0})},e.id))}),f.state===`answered`&&p.length===0&&V(`p`,{class:`suggestions-foot`,children:R.field.noMatch})]})]})}var ou=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],su=[1,2,3,4,5,6,8,10],cu=R.reach;function lu({filters:e}){return V(`form`,{class:`filters`,"aria-label":cu.filters,onSubmit:e=>e.preventDefault(),children:[V(fu,{label:cu.kinds,name:`kind`,value:e.kinds[0]??``,empty:cu.anyKind,options:Object.entries(R.kinds)}),V(fu,{label:cu.minPermission,name:`minPermission`,value:e.minPermission??``,empty:cu.anyPermission,options:Object.entries(R.permissions)}),V(fu,{label:cu.use,name:`use`,value:e.uses[0]??``,empty:cu.anyUse,options:Object.entries(R.uses)}),V(du,{filters:e})]})}function uu({filters:e,children:t}){return V(`form`,{class:`filters`,"aria-label":cu.filters,onSubmit:e=>e.preventDefault(),children:[t,V(du,{filters:e})]})}function du({filters:e}){let t=ou.map(e=>[e,Jr(e)]),n=e.via&&!ou.includes(e.via)?[[e.via,e.via]]:[];return V(S,{children:[V(fu,{label:cu.via,name:`via`,value:e.via??``,empty:cu.anyVia,options:[...n,...t]}),V(fu,{label:cu.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:cu.bases.EITHER??``,options:Object.entries(cu.bases).filter(([e])=>e!==`EITHER`)}),V(fu,{label:cu.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:cu.anyHops,options:su.map(e=>[String(e),cu.upToHops(e)])})]})}function fu({label:e,name:t,value:n,empty:r,options:i}){return V(`label`,{class:n===``?`choice`:`choice is-set`,children:[V(`span`,{children:e}),V(`select`,{value:n,onChange:e=>N({[t]:e.currentTarget.value}),children:[V(`option`,{value:``,children:r}),i.map(([e,t])=>V(`option`,{value:e,children:t},e))]})]})}var pu=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],mu=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],hu=[`GRANTED`,`OBSERVED`,`EITHER`],gu=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function _u(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>pu.includes(e)),minPermission:n(mu,t(`minPermission`)),basis:n(hu,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>gu.includes(e))}}function vu(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function yu(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function bu(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var X=R.paths,xu=[1,3,5,10,20,50],Su=10,Cu=`all`,wu=tl((e,t)=>R.picture.step(e,t));function Tu(){let[e,t]=[P(`from`),P(`to`)],n=_u(A.value.params),r=Number(P(`k`)??Su),i=xu.includes(r)?r:Su,a=vu({...n,kinds:[],minPermission:null},j.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=I(ir,o,e=>F(e.accessPaths));return V(`div`,{class:`reach-view`,children:[V(`h1`,{children:X.title}),V(`p`,{class:`lead`,children:X.lead}),V(`div`,{class:`subject`,children:[V(Eu,{name:`from`,label:X.from,id:e}),V(`button`,{type:`button`,onClick:()=>N({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[V(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,X.swap]}),V(Eu,{name:`to`,label:X.to,id:t})]}),o&&V(S,{children:[V(uu,{filters:n,children:V(fu,{label:X.k,name:`k`,value:i===Su?``:String(i),empty:String(Su),options:xu.filter(e=>e!==Su).map(e=>[String(e),String(e)])})}),V(W,{title:X.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>ku(e.nodes),summary:({total:e})=>X.found(B(e)),children:e=>V(Du,{data:e,subject:JSON.stringify(o)})})]})]})}function Eu({name:e,label:t,id:n}){return V(`span`,{class:`path-end`,children:[V(`span`,{class:`path-end-label`,children:t}),n&&V(U,{id:n}),V(au,{label:t,onChoose:t=>N({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function Du({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>to(e.from,e.to,n),[e]),c=P(`path`)??`0`,l=c===Cu?Cu:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return V(`p`,{class:`empty`,children:X.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return V(S,{children:[V(`p`,{class:`path-count`,children:[V(`b`,{children:X.found(B(e.total))}),` `,V(`a`,{href:M(`changes`,{of:e.from}),children:X.changes})]}),V(`div`,{class:`path-sides`,children:[V(`section`,{class:`reach-picture`,"aria-label":R.reach.picture,children:V(Ns,{graph:s,words:wu,title:X.title,subject:t,direction:`out`,selected:r??P(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),N({row:t?void 0:e??void 0},!0)},focused:l===Cu?null:l,onFocus:e=>e===null&&N({path:Cu}),provenance:e,exportName:`paths`})}),V(`ol`,{class:`paths`,"aria-label":R.reach.list,children:n.map((e,t)=>V(Ou,{path:e,isShown:String(t)===l,onShow:()=>N({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&V(`div`,{class:`reach-evidence`,children:V(Gc,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function Ou({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=bu(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return V(`li`,{class:t?`path is-shown`:`path`,children:[V(`p`,{class:`path-head`,children:[V(`b`,{children:X.hops(e.hops)}),` `,V(Zr,{permission:e.permission}),e.permission&&!e.permissionKnown&&V(`sup`,{title:R.reach.permissionAssumed,children:`?`}),V(`span`,{class:`muted small`,title:o?`${X.latestEdge}: ${o.edge.sourceName} ${Yc(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?X.heldSince(Cr(o.at)):X.heldSinceUnknown})]}),V(`p`,{class:`path-sentence`,children:e.sentence}),V(`p`,{class:`path-tools`,children:[V(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:X.focusPath}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?X.copied:X.copy}),V(`button`,{type:`button`,class:`quiet`,onClick:r,children:X.evidence})]})]})}function ku(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,bu(e.edges)?.at??null])}}var Z=R.reach;function Au(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??Mu,a=O(()=>yu(i,e.filters.uses),[i,e.filters.uses.join()]),o=Nu(a),[s,c]=T(null),l=r.data===void 0?[]:e.ends(r.data),u=JSON.stringify([n,l,e.filters]),d=O(()=>$a(l,a,n),[a,u]),f=P(`row`)??null,p=P(`focus`)??null,m=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),N({row:t?void 0:e??void 0},!0)},h=Iu(d,a,f,s);return V(S,{children:[V(W,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>Bu(a),summary:({total:e})=>Z.summary(B(e)),candidateHref:t=>M(e.exportName,{[e.endParam]:t}),children:r=>V(S,{children:[V(Vu,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&V(`p`,{class:`muted small`,children:Z.usedAmong(B(a.length),B(i.length))}),t.more!==null&&V(`p`,{class:`muted small`,children:[Z.some(B(i.length),B(r.total)),` `,V(`button`,{type:`button`,onClick:t.more,children:R.more})]}),t.rows===null?V(`p`,{class:`asking`,children:R.loading}):V(`div`,{class:`reach-sides`,children:[V(`section`,{class:`reach-picture`,"aria-label":Z.picture,children:V(Ns,{graph:d,words:n===`out`?Pu:Fu(d),title:e.title,subject:u,direction:n,selected:s??f,onSelect:m,focused:p,onFocus:e=>N({focus:e??void 0}),provenance:r,exportName:e.exportName})}),V(`section`,{class:`reach-list`,"aria-label":Z.list,children:V(H,{caption:e.title,columns:a.some(({sensitivity:e})=>e)?Ru:zu,rows:o,rowKey:({id:e})=>e,selected:f??``,onOpen:({id:e})=>m(e),total:a.length,empty:Z.nothingFits})})]})]})}),h.length>0&&V(`div`,{class:`reach-evidence`,children:[V(Gc,{edges:h,onClose:()=>m(null)},s??f??``),f!==null&&l[0]!==void 0&&V(`p`,{class:`reach-next`,children:V(`a`,{href:e.pathsHref(l[0],f),children:Z.whatIfGone})})]})]})}var ju=50,Mu=[];function Nu(e){let[t,n]=T(Mu);return E(()=>{if(e.length<=ju)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,ju),[t,e])}var Pu=tl(R.picture.hop);function Fu(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return tl((e,n)=>R.picture.hopTo(t-e,n))}function Iu(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(Lu)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...Lu(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(Lu)).slice(0,50)}var Lu=e=>e,Ru=[{key:`name`,title:Z.name,cell:({id:e,name:t})=>V(U,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Z.permission,cell:({permission:e,permissionKnown:t})=>V(`span`,{title:e&&!t?Z.permissionAssumed:void 0,children:[V(Zr,{permission:e}),e&&!t&&V(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Z.sensitivity,cell:({sensitivity:e})=>V(Qr,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Z.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Z.used,cell:({exercised:e})=>R.uses[e],sort:({exercised:e})=>R.uses[e]},{key:`lastUsed`,title:Z.lastUsed,cell:({lastUsed:e})=>wr(e),sort:({lastUsed:e})=>e,wide:!0}],zu=Ru.filter(({key:e})=>e!==`sensitivity`);function Bu(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function Vu({totals:e,facts:t,direction:n}){return V(`dl`,{class:`totals`,children:[V(Wu,{title:n===`out`?Z.reached:Z.reachedBy,children:V(`b`,{class:`total-number`,children:B(e.total)})}),t,V(Wu,{title:Z.byKind,children:e.byKind.map(({key:e,value:t})=>V(`a`,{class:`count`,href:M(n===`out`?`blast-radius`:`exposure`,Hu(e)),children:[B(t),` `,t===1?Jr(e).toLowerCase():R.picture.pluralKinds[e]??Jr(e)]},e))}),e.bySensitivity.length>0&&V(Wu,{title:Z.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>V(`span`,{class:`count`,children:[B(t),` `,V(Qr,{sensitivity:e})]},e))}),e.byPermission.length>0&&V(Wu,{title:Z.byPermission,children:e.byPermission.map(({key:e,value:t})=>V(`span`,{class:`count`,children:[B(t),` `,V(Zr,{permission:e})]},e))})]})}function Hu(e){return{start:Uu(`start`),target:Uu(`target`),kind:e}}var Uu=e=>P(e);function Wu({title:e,children:t}){return V(`div`,{class:`total`,children:[V(`dt`,{children:e}),V(`dd`,{children:t})]})}var Gu=2e3;function Ku(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:Gu}),s=a.of===i?a.rows:Gu,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return qu(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||pn(e)||l({of:i,answer:{state:`failed`,question:r,problem:vn(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+Gu}):null}}async function qu(e,t,n,r,i,a){let o=n(await hn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await hn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var Ju=R.reach;function Yu(){let e=an(`start`),t=_u(A.value.params),n=Ku(ar,e.length>0?{input:{start:[...e],...vu(t,j.value)},first:200}:null,e=>F(e.blastRadius));return V(`div`,{class:`reach-view`,children:[V(`h1`,{children:Ju.blastRadius}),V(`p`,{class:`lead`,children:e.length>0?Ju.blastRadiusLead:Ju.chooseStart}),V(`div`,{class:`subject`,children:[e.map(t=>V(`span`,{class:`subject-node`,children:[V(U,{id:t}),V(`button`,{type:`button`,class:`quiet`,"aria-label":Ju.remove(t),onClick:()=>N({start:e.filter(e=>e!==t)}),children:`×`})]},t)),V(au,{label:e.length>0?Ju.addStart:Ju.start,onChoose:t=>N({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&V(S,{children:[V(lu,{filters:t}),V(Au,{title:Ju.blastRadius,direction:`out`,ends:e=>e.start,reach:n,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>M(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>V(S,{children:[V(Wu,{title:Ju.score,children:xr(e)}),V(Wu,{title:Ju.share,children:br(t)}),V(Wu,{title:Ju.spend,children:V(`span`,{title:n?pr(n):void 0,children:z(n)})})]})})]})]})}var Xu=R.reach;function Zu(){let e=P(`target`),t=_u(A.value.params),n=Ku(or,e?{input:{target:e,...vu(t,j.value)},first:200}:null,e=>F(e.exposure));return V(`div`,{class:`reach-view`,children:[V(`h1`,{children:Xu.exposure}),V(`p`,{class:`lead`,children:e?Xu.exposureLead:Xu.chooseTarget}),V(`div`,{class:`subject`,children:[e&&V(U,{id:e}),V(au,{label:Xu.target,onChoose:e=>N({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&V(S,{children:[V(lu,{filters:t}),V(Au,{title:Xu.exposure,direction:`in`,ends:e=>[e.target],reach:n,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>M(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var Qu=`remit.recent`,$u=20,ed=[`start`,`target`,`from`,`node`,`of`];function td(){try{let e=JSON.parse(localStorage.getItem(Qu)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,$u):[]}catch{return[]}}var nd=_t(td()),rd=({params:e})=>ed.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function id(e){if(!rd(e))return;let t=en(e);nd.value=[t,...nd.value.filter(e=>e!==t)].slice(0,$u),localStorage.setItem(Qu,JSON.stringify(nd.value))}function ad(){nd.value=[],localStorage.removeItem(Qu)}var od=()=>nd.value.map($t),sd=[{key:`name`,title:R.search.name,cell:({id:e,name:t})=>V(U,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:R.search.kind,cell:({kind:e})=>Jr(e),sort:({kind:e})=>Jr(e)},{key:`source`,title:R.search.source,cell:({id:e})=>Wr(e),sort:({id:e})=>Wr(e),wide:!0},{key:`id`,title:R.search.id,cell:({id:e})=>V(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:R.search.actions,cell:({id:e})=>V(`span`,{class:`actions`,children:[V(`a`,{href:M(`blast-radius`,{start:e}),children:R.search.blastRadius}),V(`a`,{href:M(`exposure`,{target:e}),children:R.search.exposure})]})}];function cd(){let e=P(`text`)??``,t=an(`kind`),n=e?{input:nu(e,j.value,t),first:100}:null,[r,i]=yn(sr,n,e=>F(e.search),({nodes:e})=>e);return V(S,{children:[V(`h1`,{children:R.search.title}),V(`p`,{class:`lead`,children:R.search.lead}),V(`div`,{class:`search-form`,children:[V(`input`,{type:`text`,"aria-label":R.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>N({text:e.currentTarget.value},!0)}),V(`select`,{"aria-label":R.search.kind,value:t[0]??``,onChange:e=>N({kind:e.currentTarget.value}),children:[V(`option`,{value:``,children:R.search.allKinds}),Object.entries(R.kinds).map(([e,t])=>V(`option`,{value:e,children:t},e))]})]}),n?V(W,{title:R.search.matches(r.data?B(r.data.total):R.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>R.search.matches(B(e)),children:({total:e})=>V(H,{caption:R.search.title,columns:sd,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=$r(e);rn(t,{[n]:e})}})}):V(ld,{})]})}function ld(){let e=od();return V(`section`,{class:`panel`,"aria-label":R.search.recent,children:[V(`header`,{class:`panel-head`,children:[V(`h2`,{children:R.search.recent}),e.length>0&&V(`button`,{type:`button`,class:`quiet`,onClick:ad,children:R.search.forget})]}),e.length===0&&V(`p`,{class:`empty`,children:R.search.noRecent}),V(`ul`,{class:`plain-list recent`,children:e.map(e=>V(`li`,{children:[V(`span`,{children:fr(e.view)}),V(U,{id:rd(e),href:en(e)})]},en(e)))})]})}var Q=R.sources;function ud({reasons:e}){return V(S,{children:e.map(({code:e,detail:t})=>V(`p`,{class:`small`,children:[V(`code`,{children:e}),` `,t]},e+t))})}var dd=({state:e})=>V(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function fd({scopes:e}){return V(`details`,{children:[V(`summary`,{children:Q.scopes(B(e.length))}),V(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>V(`li`,{children:[V(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var pd=[{key:`source`,title:Q.source,cell:({source:e})=>V(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>V(dd,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>Cr(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>V(S,{children:[Tr(e.ageS),` `,_i(e)&&V(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?V(`span`,{class:`muted`,children:Q.notPromised}):Tr(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>V(fd,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>V(ud,{reasons:e}),wide:!0}],md=e=>e.map(({key:e,value:t})=>`${e} ${B(t)}`).join(`, `)||R.unknown,hd=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>Cr(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>V(dd,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>V(`span`,{class:`small`,children:md(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>V(`span`,{class:`small`,children:md(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>V(`span`,{class:`small`,children:md(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>V(ud,{reasons:e}),wide:!0}];function gd(){let e=I(cr,{},({status:e})=>e),t=P(`source`);return V(S,{children:[V(`h1`,{children:Q.title}),V(`p`,{class:`lead`,children:Q.lead}),V(W,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>V(H,{caption:Q.title,columns:pd,rows:e,rowKey:({source:e})=>e,selected:t})}),V(W,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>V(H,{caption:Q.runs,columns:hd,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var _d=R.unresolved;function vd({command:e}){let[t,n]=T(!1);if(!e)return V(`span`,{class:`muted`,children:R.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return V(`span`,{class:`command`,children:[V(`code`,{children:e}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?_d.copied:_d.copy})]})}var yd=[{key:`kind`,title:_d.kind,cell:({kind:e})=>_d.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:_d.subject,cell:({id:e,name:t})=>e.includes(`/`)?V(U,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:_d.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:_d.candidates,wide:!0,cell:({candidates:e})=>V(S,{children:e.map(e=>V(`p`,{children:V(U,{id:e})},e))})},{key:`command`,title:_d.command,cell:({command:e})=>V(vd,{command:e})}];function bd(){let[e,t]=yn(ur,{input:{asOf:j.value??null},first:100},e=>F(e.unresolved),({rows:e})=>e);return V(S,{children:[V(`h1`,{children:_d.title}),V(`p`,{class:`lead`,children:_d.lead}),V(W,{title:e.data?`${_d.title}: ${B(e.data.total)}`:_d.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>B(e),children:({total:e})=>V(H,{caption:_d.title,columns:yd,rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:_d.none})})]})}var xd=R.whatIf,Sd=Object.keys(R.picture.edges).filter(e=>![`USED`,`SAME_AS`,`LOSES`].includes(e));function Cd({onPut:e}){let[t,n]=T(`remove`),[r,i]=T(!1),[a,o]=T({}),[s,c]=T(`CAN_ACCESS`),[l,u]=T(``),d=t===`add`||t===`remove`&&r,f=n=>e(t,n),p=()=>{let{source:n,target:r}=a;if(!n||!r)return;let i={source:n,kind:s,target:r};e(t,t===`add`?ul(i,l):ll(i)),o({})};return V(`form`,{class:`edit-form`,"aria-label":xd.edit,onSubmit:e=>e.preventDefault(),children:[V(Td,{label:xd.edit,value:t,onChange:e=>n(e),options:al.map(e=>[e,xd.editKinds[e]??e])}),t===`remove`&&V(Td,{label:xd.what,value:r?`edge`:`node`,onChange:e=>i(e===`edge`),options:[[`node`,xd.node],[`edge`,xd.edge]]}),d?V(S,{children:[V(wd,{label:xd.from,id:a.source,onChoose:e=>o({...a,source:e})}),V(Td,{label:xd.kind,value:s,onChange:c,options:Sd.map(e=>[e,Yc(e)])}),V(wd,{label:xd.to,id:a.target,onChoose:e=>o({...a,target:e})}),t===`add`&&V(Td,{label:xd.permission,value:l,onChange:u,options:[[``,xd.noPermission],...Object.entries(R.permissions)]}),V(`button`,{type:`button`,class:`primary`,disabled:!a.source||!a.target,onClick:p,children:xd.put})]}):V(au,{label:xd.editKinds[t]??t,onChoose:f}),V(`p`,{class:`muted small edit-help`,children:xd.editHelp[t]})]})}function wd({label:e,id:t,onChoose:n}){return V(`span`,{class:`edit-end`,children:[t&&V(U,{id:t}),V(au,{label:e,onChoose:n})]})}function Td({label:e,value:t,onChange:n,options:r}){return V(`label`,{class:`choice`,children:[V(`span`,{children:e}),V(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:r.map(([e,t])=>V(`option`,{value:e,children:t},e))})]})}var $=R.whatIf;function Ed(){let e=ol(A.value.params),t=sl(e),n=I(dr,t?{input:cl(e,j.value),first:200}:null,e=>F(e.whatIf)),r=(t,n)=>N({[t]:e[t].filter(e=>e!==n)});return V(`div`,{class:`what-if-view`,children:[V(`h1`,{children:$.title}),V(`p`,{class:`lead`,children:$.lead}),V(`section`,{class:`panel edits`,"aria-label":$.edits,children:[t?V(`ul`,{class:`edit-list`,children:al.flatMap(t=>e[t].map(e=>V(Dd,{kind:t,edit:e,onLeave:()=>r(t,e)},`${t} ${e}`)))}):V(`p`,{class:`muted`,children:$.nothing}),V(Cd,{onPut:(t,n)=>N({[t]:[...e[t].filter(e=>e!==n),n]})})]}),t&&V(W,{title:$.result,answer:n,exportName:`what-if`,exportTable:Rd,summary:({totalLost:e,totalGained:t})=>$.summary(B(e),B(t)),children:e=>V(Od,{data:e})})]})}function Dd({kind:e,edit:t,onLeave:n}){let{source:r,kind:i,target:a,permission:o}=fl(t,e);return V(`li`,{class:`edit`,children:[V(`span`,{class:`tag edit-kind edit-${e}`,children:$.editKinds[e]}),V(U,{id:r}),i&&V(`span`,{class:`muted`,children:Yc(i)}),a&&V(U,{id:a}),o&&V(`span`,{children:R.permissions[o]}),V(`button`,{type:`button`,class:`quiet`,"aria-label":$.leaveOut(t),onClick:n,children:`×`})]})}function Od({data:e}){let t=[...e.orphanedPaths.closed.map(e=>({...e,isOpened:!1})),...e.orphanedPaths.opened.map(e=>({...e,isOpened:!0}))],{used:n,indirect:r,unused:i,unknown:a}=e.lostByUse;return V(S,{children:[V(`div`,{class:`what-if-top`,children:[V(`div`,{children:[V(il,{before:e.before,after:e.after}),e.spendStopsPerMonth&&V(`p`,{class:`muted small`,title:pr(e.spendStopsPerMonth),children:$.spendStops(z(e.spendStopsPerMonth))})]}),V(kd,{title:$.order,lead:$.orderLead,children:V(H,{caption:$.order,columns:Md,rows:e.order,rowKey:jd})})]}),V(kd,{title:`${$.lost}: ${B(e.totalLost)}`,lead:e.totalLost>0?$.lostSummary(B(n),B(r),B(i),B(a)):void 0,children:V(H,{caption:$.lost,columns:Pd,rows:e.lost.nodes,rowKey:Ad,total:e.totalLost,empty:$.noLost})}),e.totalGained>0&&V(kd,{title:`${$.gained}: ${B(e.totalGained)}`,children:V(H,{caption:$.gained,columns:Fd,rows:e.gained.nodes,rowKey:Ad,total:e.totalGained})}),V(`div`,{class:`what-if-sides`,children:[V(kd,{title:`${$.principals}: ${B(e.principals.totalCount)}`,children:V(H,{caption:$.principals,columns:Id,rows:e.principals.nodes,rowKey:({id:e})=>e,total:e.principals.totalCount,empty:$.noPrincipals})}),V(kd,{title:`${$.closed}: ${B(e.orphanedPaths.closed.length)} · ${$.opened}: ${B(e.orphanedPaths.opened.length)}`,children:V(H,{caption:$.closed,columns:Ld,rows:t,rowKey:({root:e,target:t,isOpened:n})=>`${e} ${t} ${n}`,empty:$.noPaths})})]})]})}function kd({title:e,lead:t,children:n}){return V(`section`,{class:`part`,"aria-label":e,children:[V(`h3`,{children:e}),t&&V(`p`,{class:`panel-lead`,children:t}),n]})}var Ad=({id:e,target:t})=>`${e} ${t}`,jd=({source:e,target:t,action:n})=>`${e} ${t} ${n}`,Md=[{key:`action`,title:R.orphaned.step,cell:({action:e})=>e},{key:`system`,title:R.orphaned.system,cell:({system:e})=>V(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`used`,title:$.usedBy,cell:({usedBy:e})=>B(e),align:`end`},{key:`command`,title:R.orphaned.command,wide:!0,cell:({command:e})=>e?V(Wc,{command:e}):V(`span`,{class:`muted`,children:R.orphaned.noCommand})}],Nd=[`YES`,`INDIRECT`,`UNKNOWN`,`NO`],Pd=[{key:`who`,title:$.who,cell:({id:e})=>V(U,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>V(U,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,cell:({permission:e})=>e?V(Zr,{permission:e}):R.unknown,wide:!0},{key:`left`,title:$.left,cell:({left:e})=>e?V(Zr,{permission:e}):V(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`use`,title:$.use,cell:({used:e})=>V(`span`,{class:e===`YES`?`tag tag-warn`:`muted`,children:R.uses[e]}),sort:({used:e})=>Nd.indexOf(e)}],Fd=[{key:`who`,title:$.who,cell:({id:e})=>V(U,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>V(U,{id:e}),sort:({target:e})=>e},{key:`had`,title:$.had,cell:({had:e})=>e?V(Zr,{permission:e}):V(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`permission`,title:$.permission,cell:({permission:e})=>e?V(Zr,{permission:e}):R.unknown}],Id=[{key:`who`,title:$.who,cell:({id:e,name:t})=>V(U,{id:e,name:t})},{key:`data`,title:R.home.dataSources,align:`end`,cell:e=>`${B(e.dataSourcesBefore)} → ${B(e.dataSourcesAfter)}`,sort:e=>e.dataSourcesAfter-e.dataSourcesBefore},{key:`score`,title:$.score,align:`end`,cell:e=>`${xr(e.scoreBefore)} → ${xr(e.scoreAfter)}`,sort:e=>e.scoreAfter-e.scoreBefore}],Ld=[{key:`change`,title:$.change,cell:({isOpened:e})=>V(`span`,{class:`side side-${e?`closed`:`opened`}`,children:e?R.changes.opened:R.changes.closed}),sort:({isOpened:e})=>Number(e)},{key:`root`,title:R.orphaned.root,cell:({root:e})=>V(U,{id:e,href:M(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:R.orphaned.target,cell:({target:e})=>V(U,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,wide:!0,cell:({permission:e})=>e?V(Zr,{permission:e}):R.unknown}];function Rd({lost:e,gained:t}){return{columns:[`change`,`id`,`target`,`permission_before`,`permission_after`,`used`],rows:[...e.nodes.map(e=>[`lost`,e.id,e.target,e.permission??null,e.left??null,e.used]),...t.nodes.map(e=>[`gained`,e.id,e.target,e.had??null,e.permission??null,e.used])]}}var zd=[`ask`],Bd=[{name:`home`,component:Ci,key:`h`,rights:zd,isListed:!0},{name:`orphaned`,component:Gl,key:`o`,rights:zd,isListed:!0},{name:`what-if`,component:Ed,key:`w`,rights:zd,isListed:!0},{name:`blast-radius`,component:Yu,key:`b`,rights:zd,isListed:!0},{name:`exposure`,component:Zu,key:`e`,rights:zd,isListed:!0},{name:`paths`,component:Tu,key:`p`,rights:zd,isListed:!0},{name:`search`,component:cd,key:`/`,rights:zd,isListed:!1},{name:`cost`,component:Ac,key:`c`,rights:zd,isListed:!0},{name:`changes`,component:Hc,key:`d`,rights:zd,isListed:!0},{name:`unresolved`,component:bd,key:`l`,rights:zd,isListed:!0},{name:`sources`,component:gd,key:`s`,rights:zd,isListed:!0},{name:`query`,component:eu,key:`q`,rights:zd,isListed:!0}],Vd=`remit.theme`,Hd=[`auto`,`light`,`dark`],Ud=localStorage.getItem(Vd),Wd=_t(Hd.find(e=>e===Ud)??`auto`);function Gd(){document.documentElement.dataset.theme=Wd.value}function Kd(){Wd.value=Hd[(Hd.indexOf(Wd.value)+1)%Hd.length],localStorage.setItem(Vd,Wd.value),Gd()}var qd=1500,Jd=`search-box`,Yd=_t(!1),Xd=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Zd(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}function Qd(e){let t=[...document.querySelectorAll(`main tbody tr[tabindex='0']`)],n=document.activeElement?.closest(`table`)??null,r=t.findIndex(e=>e.closest(`table`)===n);t[r<0?e===1?0:t.length-1:r+e]?.focus()}var $d=-1/0;function ef(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){Yd.value=!1,Xd(e.target)&&e.target.blur();return}if(Xd(e.target))return;let t=performance.now()-$d<qd;if($d=-1/0,t){let t=Bd.find(({key:t,rights:n})=>t===e.key&&Ut(...n));t&&(e.preventDefault(),rn(t.name));return}let n={"/":()=>document.getElementById(Jd)?.focus(),g:()=>{$d=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:Kd,"?":()=>{Yd.value=!Yd.value},"]":()=>Qd(1),"[":()=>Qd(-1),j:Zd,k:Zd}[e.key];n&&(e.preventDefault(),n())}var tf=()=>document.addEventListener(`keydown`,ef),nf=8,rf=120;function af(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),rf);return()=>clearTimeout(t)},[e]);let l=I(sr,n?{input:nu(n,j.value),first:nf}:null,e=>F(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&ui(R.search.matches(B(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=$r(n.id);rn(e,{[t]:n.id})}else rn(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${Jd}-list`;return V(`search`,{class:`search`,children:[V(`input`,{ref:c,id:Jd,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":R.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:R.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),V(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),V(`div`,{class:`suggestions`,hidden:!f,children:[V(`ul`,{role:`listbox`,id:g,"aria-label":R.shell.suggestions,children:u.map((e,t)=>V(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:V(U,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&V(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&V(`p`,{class:`suggestions-foot`,children:R.shell.noMatch}),d>u.length&&u.length>0&&V(`p`,{class:`suggestions-foot`,children:V(`a`,{href:M(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:R.shell.allMatches(B(d))})})]})]})}var of={auto:`◐`,light:`○`,dark:`●`};function sf(){return V(`header`,{class:`top`,children:[V(`a`,{class:`product`,href:M(`home`),children:[V(cf,{}),R.product]}),V(af,{}),V(`div`,{class:`top-tools`,children:[V(`button`,{type:`button`,class:`quiet icon`,onClick:Kd,title:R.shell.theme[Wd.value],"aria-label":R.shell.theme[Wd.value],children:V(`span`,{"aria-hidden":`true`,children:of[Wd.value]})}),V(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":Yd.value,title:R.shell.help,"aria-label":R.shell.help,onClick:()=>Yd.value=!Yd.value,children:V(`span`,{"aria-hidden":`true`,children:`?`})}),Ht.value?.session&&V(`span`,{class:`session`,id:`session`,children:[V(`span`,{id:`who`,children:R.shell.signedInAs(Ht.value.name)}),V(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Gt(),children:R.shell.signOut})]})]})]})}function cf(){return V(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[V(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),V(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),V(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),V(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),V(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function lf(){return V(`nav`,{class:`views`,"aria-label":R.shell.navigation,children:V(`ul`,{children:Bd.filter(({isListed:e,rights:t})=>e&&Ut(...t)).map(({name:e,key:t})=>V(`li`,{children:V(`a`,{href:M(e),"aria-current":A.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:fr(e)})},e))})})}var uf=[[`/`,R.keys.search],[`j`,R.keys.next],[`k`,R.keys.previous],[`]`,R.keys.nextList],[`[`,R.keys.previousList],[`Enter`,R.keys.open],[`w`,R.keys.whatGoes],[`u`,R.keys.undo],[`U`,R.keys.redo],[`t`,R.keys.theme],[`Esc`,R.keys.leave],[`?`,R.keys.help]];function df(){let e=D(null),t=Yd.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),V(`dialog`,{ref:e,class:`help`,"aria-label":R.keys.title,onClose:()=>Yd.value=!1,children:[V(`header`,{class:`panel-head`,children:[V(`h2`,{children:R.keys.title}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>Yd.value=!1,children:R.shell.closeHelp})]}),V(`dl`,{class:`keys`,children:[uf.map(([e,t])=>V(`div`,{children:[V(`dt`,{children:V(`kbd`,{children:e})}),V(`dd`,{children:t})]},e)),Bd.filter(({key:e,isListed:t,rights:n})=>e&&t&&Ut(...n)).map(({name:e,key:t})=>V(`div`,{children:[V(`dt`,{children:[V(`kbd`,{children:`g`}),` `,V(`span`,{class:`visually-hidden`,children:R.keys.then}),` `,V(`kbd`,{children:t})]}),V(`dd`,{children:fr(e)})]},e))]})]})}function ff(){let{value:e}=j,t=t=>N({asOf:kr(Dr(Er(e),-t))});return V(`span`,{class:`as-of ${e?`is-set`:``}`,children:[V(`label`,{for:`as-of`,children:R.asOfControl.label}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>t(-1),"aria-label":R.asOfControl.earlier,title:R.asOfControl.earlier,children:V(`span`,{"aria-hidden":`true`,children:`◂`})}),V(`input`,{id:`as-of`,type:`datetime-local`,value:e?kr(Er(e)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);N({asOf:Number.isNaN(t.getTime())?void 0:kr(t)})}}),V(`button`,{type:`button`,class:`quiet`,onClick:()=>t(1),disabled:!e,"aria-label":R.asOfControl.later,title:R.asOfControl.later,children:V(`span`,{"aria-hidden":`true`,children:`▸`})}),e&&V(`button`,{type:`button`,class:`quiet`,onClick:()=>N({asOf:void 0}),children:R.shell.asOfClear})]})}var pf=12;function mf(){let{value:e}=mi;return V(`div`,{class:`strip`,id:`state`,children:[V(hf,{}),e?.builtAt&&V(`a`,{class:vi.value.length?`strip-late`:``,href:M(`sources`),children:vi.value.length?V(S,{children:[V(`span`,{"aria-hidden":`true`,children:`▲ `}),R.shell.lateSources(vi.value.length)]}):R.shell.sourcesOnTime(e.sources.length)}),V(ff,{})]})}function hf(){let{value:e}=mi;if(hi.value)return V(`span`,{class:`strip-late`,children:hi.value.code===`OFFLINE`?R.shell.offline:hi.value.message||R.shell.statusFailed});if(!e)return V(`span`,{children:R.loading});if(!e.builtAt)return V(`span`,{class:`strip-late`,children:R.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return V(S,{children:[V(`span`,{children:R.shell.generation(e.generation)}),V(`span`,{title:Cr(e.builtAt),children:R.shell.built(Tr(t))}),e.digest&&V(`span`,{title:e.digest,children:[R.shell.digest(``),V(`code`,{children:e.digest.slice(0,pf)})]})]})}function gf(){let{view:e}=A.value,t=D(null),n=D(!0);return E(()=>{document.title=`${fr(e)} · ${R.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>id(A.value),[A.value]),V(S,{children:[V(`a`,{class:`skip`,href:en(A.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:R.shell.skip}),V(sf,{}),V(lf,{}),V(mf,{}),V(`main`,{ref:t,tabIndex:-1,children:Ht.value&&V(_f,{name:e},`${e} ${gi.value}`)}),V(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:li.value}),V(df,{})]})}function _f({name:e}){let t=Bd.find(t=>t.name===e);if(!t)return V(`section`,{class:`panel`,children:[V(`h1`,{children:R.notThere.title}),V(`p`,{children:R.notThere.lead}),V(`p`,{children:V(`a`,{href:M(`home`),children:R.notThere.home})})]});if(!Ut(...t.rights))return V(`p`,{class:`panel`,children:R.notAllowed});let n=t.component;return V(n,{})}Gd(),on();var vf=qt();vf&&!location.hash&&(location.hash=vf),tf(),Wt(),bi(),Ae(V(gf,{}),document.getElementById(`explorer`));export{D as a,o as c,E as i,l,ui as n,T as o,V as r,O as s,$o as t};