var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&_t(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function A(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}A.prototype.brand=rt,A.prototype.h=function(){return!0},A.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},A.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},A.prototype.subscribe=function(e){var t=this;return Et(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},A.prototype.valueOf=function(){return this.value},A.prototype.toString=function(){return this.value+``},A.prototype.toJSON=function(){return this.value},A.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(A.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function gt(e,t){return new A(e,t)}function _t(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function vt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function yt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function bt(e,t){A.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}bt.prototype=new A,bt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!_t(this))return this.f&=-2,!0;var e=k;try{vt(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,yt(this),this.f&=-2,!0},bt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}A.prototype.S.call(this,e)},bt.prototype.U=function(e){if(this.t!==void 0&&(A.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},bt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(bt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function xt(e,t){return new bt(e,t)}function St(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,Ct(e),t}finally{k=n,it()}}}function Ct(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,St(e)}function wt(e){if(k!==this)throw Error(`Out-of-order effect`);yt(this),k=e,this.f&=-2;try{8&this.f&&Ct(this)}finally{it()}}function Tt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}Tt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},Tt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,St(this),vt(this),lt++;var e=k;return k=this,wt.bind(this,e)},Tt.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},Tt.prototype.d=function(){this.f|=8,1&this.f||Ct(this)},Tt.prototype.dispose=function(){this.d()};function Et(e,t){var n=new Tt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Dt,Ot,kt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,At=[];Et(function(){Dt=this.N})();function jt(e,t){u[e]=t.bind(null,u[e]||function(){})}function Mt(e){if(Ot){var t=Ot;Ot=void 0,t()}Ot=e&&e.S()}function Nt(e){var t=this,n=e.data,r=Ft(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=xt(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=xt(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Et(function(){if(this.N=Rt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Nt.displayName=`ReactiveTextNode`,Object.defineProperties(A.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Nt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),jt(`__b`,function(e,t){if(Mt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof A&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),jt(`__r`,function(e,t){if(e(t),t.type!==S){Mt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Et(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;kt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),Mt(n)}}),jt(`__e`,function(e,t,n,r){Mt(),e(t,n,r)}),jt(`diffed`,function(e,t){Mt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Pt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Pt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=gt(n);return{o:function(e,t){a.value=e,r=t},d:Et(function(){this.N=Rt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}jt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),jt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function Ft(e,t){return O(function(){return gt(e,t)},[])}var It=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Lt(){at(function(){for(var e;e=At.shift();)Dt.call(e)})}function Rt(){At.push(this)===1&&(u.requestAnimationFrame||It)(Lt)}var zt=`remit.return`,Bt=!1,Vt=gt(null),Ht=(...e)=>e.some(e=>Vt.value?.rights.includes(e));async function Ut(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Gt(),e.ok&&(Vt.value=await e.json())}async function Wt(){Bt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});Bt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Gt(){Bt||(Bt=!0,sessionStorage.setItem(zt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function Kt(){let e=sessionStorage.getItem(zt)??``;return sessionStorage.removeItem(zt),e}var qt=[`asOf`,`compare`],Jt=/%(3A|2F|40|2C|3E|20)/g,Yt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Xt(e){return encodeURIComponent(e).replace(Jt,e=>Yt[e])}function Zt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function Qt(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Zt(t)]??=[]).push(Zt(n))}return{view:Zt(t)||`home`,params:{...r}}}function $t({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Xt(e)}=${Xt(t)}`));return`#/${e===`home`?``:Xt(e)}${n.length?`?${n.join(`&`)}`:``}`}var j=gt(Qt(globalThis.location?.hash??``)),M=xt(()=>j.value.params.asOf?.[0]),en=xt(()=>j.value.params.compare?.[0]);function tn(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function nn(e,t={}){let n={};for(let e of qt){let t=j.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...tn(t)}}}var N=(e,t={})=>$t(nn(e,t));function rn(e){e!==$t(j.value)&&(j.value=Qt(e))}function an(e,t={}){let n=N(e,t);globalThis.location.hash=n,rn(n)}function P(e,t=!1){let n={...j.value.params};for(let t of Object.keys(e))delete n[t];let r=$t({view:j.value.view,params:{...n,...tn(e)}});r!==$t(j.value)&&(t?history.replaceState(null,``,r):globalThis.location.hash=r,rn(r))}var F=e=>j.value.params[e]?.[0],on=e=>j.value.params[e]??[];function sn(){window.addEventListener(`hashchange`,()=>{rn($t(Qt(globalThis.location.hash)))})}var cn=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},ln=`application/graphql-response+json, application/json`,un=60,dn=new Map,fn=6e4;function pn(){dn.clear()}var mn=e=>e instanceof DOMException&&e.name===`AbortError`,hn=(e,t)=>`${e}\n${JSON.stringify(t)}`;function gn(e,t,n){let r=e.toString().trim(),i=hn(r,t),a=dn.get(i);if(a&&Date.now()-a.at<fn)return dn.delete(i),dn.set(i,a),a.answer.catch(r=>{if(!mn(r)||n?.aborted)throw r;return gn(e,t,n)});let o=_n(r,t,n);dn.set(i,{at:Date.now(),answer:o}),o.catch(()=>{dn.get(i)?.answer===o&&dn.delete(i)});let s=dn.keys().next();return dn.size>un&&!s.done&&dn.delete(s.value),o}async function _n(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:ln,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw mn(e)?e:new cn({code:`OFFLINE`,message:``})}r.status===401&&Gt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new cn(vn(o?.[0],i,r.status,s));return a}function vn(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function I(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new cn({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function yn(e){return e instanceof cn?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function L(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),gn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||mn(e)||a({state:`failed`,question:r,problem:yn(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),t!==null&&i.state===`idle`?{state:`loading`,question:r}:i}function bn(e,t,n,r){let i=L(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),gn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var xn=s({AcceptRunDocument:()=>Zn,AccessPathsDocument:()=>ur,BlastRadiusDocument:()=>dr,ChangedElementPartsFragmentDoc:()=>zn,ChangesDocument:()=>Vn,CompletenessPartsFragmentDoc:()=>Tn,CostAnomaliesDocument:()=>Wn,CostBillDocument:()=>Jn,CostDailyDocument:()=>Gn,CostDifferenceDocument:()=>qn,CostForecastDocument:()=>Kn,CostSeriesDocument:()=>Un,CostSumsDocument:()=>Hn,DecideDocument:()=>Yn,DecidedPartsFragmentDoc:()=>jn,EdgeChangePartsFragmentDoc:()=>Sn,EdgePartsFragmentDoc:()=>Mn,EvidencePartsFragmentDoc:()=>In,ExposureDocument:()=>fr,FreshnessPartsFragmentDoc:()=>En,HomeAnomaliesDocument:()=>nr,HomeChangesDocument:()=>$n,HomeForecastDocument:()=>tr,HomeOrphanedDocument:()=>Qn,HomeShadowDocument:()=>er,HomeUnresolvedDocument:()=>rr,InventoryPartsFragmentDoc:()=>Nn,MomentsDocument:()=>gr,MoneyPartsFragmentDoc:()=>kn,MonthEndPartsFragmentDoc:()=>Pn,NamesDocument:()=>ir,OrphanedChangePartsFragmentDoc:()=>Cn,OrphanedOfDocument:()=>sr,OrphanedPathPartsFragmentDoc:()=>Ln,OrphanedRootPartsFragmentDoc:()=>Fn,OrphanedRootsDocument:()=>ar,OrphanedSheetDocument:()=>cr,OverlapPartsFragmentDoc:()=>An,ProblemPartsFragmentDoc:()=>Dn,ReachedPagePartsFragmentDoc:()=>Rn,RevocationOfDocument:()=>lr,SearchDocument:()=>pr,SeriesPartsFragmentDoc:()=>On,SnapshotPartsFragmentDoc:()=>wn,SourcesDocument:()=>mr,StatusDocument:()=>hr,TypedDocumentString:()=>R,UndoDecisionDocument:()=>Xn,UnknownOwnersDocument:()=>or,UnresolvedDocument:()=>_r,WhatIfDocument:()=>vr,WhatIfTotalsPartsFragmentDoc:()=>Bn}),R=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},Sn=new R(`
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
    `,{fragmentName:`EdgeChangeParts`}),Cn=new R(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),wn=new R(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),Tn=new R(`
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
    `,{fragmentName:`CompletenessParts`}),En=new R(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),Dn=new R(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),On=new R(`
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
}`,{fragmentName:`SeriesParts`}),kn=new R(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),An=new R(`
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
}`,{fragmentName:`OverlapParts`}),jn=new R(`
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
    `,{fragmentName:`DecidedParts`}),Mn=new R(`
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
    `,{fragmentName:`EdgeParts`}),Nn=new R(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),Pn=new R(`
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
}`,{fragmentName:`MonthEndParts`}),Fn=new R(`
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
}`,{fragmentName:`OrphanedRootParts`}),In=new R(`
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
    `,{fragmentName:`EvidenceParts`}),Ln=new R(`
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
}`,{fragmentName:`OrphanedPathParts`}),Rn=new R(`
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
}`,{fragmentName:`ReachedPageParts`}),zn=new R(`
    fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
    `,{fragmentName:`ChangedElementParts`}),Bn=new R(`
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
}`,{fragmentName:`WhatIfTotalsParts`}),Vn=new R(`
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
}`),Hn=new R(`
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
      restated(first: 1) {
        totalCount
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
}`),Un=new R(`
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
}`),Wn=new R(`
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
}`),Gn=new R(`
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
}`),Kn=new R(`
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
}`),qn=new R(`
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
}`),Jn=new R(`
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
}`),Yn=new R(`
    mutation Decide($input: DecideInput!) {
  decide(input: $input) {
    __typename
    ... on Decided {
      ...DecidedParts
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Xn=new R(`
    mutation UndoDecision($input: UndoInput!) {
  undoDecision(input: $input) {
    __typename
    ... on Decided {
      ...DecidedParts
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Zn=new R(`
    mutation AcceptRun($input: AcceptRunInput!) {
  acceptRun(input: $input) {
    __typename
    ... on AcceptedRun {
      source
      run
      state
      generation
      retired {
        key
        value
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Qn=new R(`
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
      roots(first: 200) {
        totalCount
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
}`),$n=new R(`
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
}`),er=new R(`
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
}`),tr=new R(`
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
}`),nr=new R(`
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
}`),rr=new R(`
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
}`),ir=new R(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),ar=new R(`
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
}`),or=new R(`
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
}`),sr=new R(`
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
}`),cr=new R(`
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
}`),lr=new R(`
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
}`),ur=new R(`
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
}`),dr=new R(`
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
}`),fr=new R(`
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
}`),pr=new R(`
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
}`),mr=new R(`
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
    `),hr=new R(`
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
    `),gr=new R(`
    query Moments($last: Int!) {
  status {
    moments(last: $last)
  }
}
    `),_r=new R(`
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
}`),vr=new R(`
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
}`),yr=e=>e.replace(/[A-Z][a-z]+/g,e=>e.toLowerCase()),z={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,earlier:`as of one change earlier`,later:`as of one change later`,compare:`compare with a week before, or no more`,next:`next row`,previous:`previous row`,open:`open the row`,nextList:`next list`,previousList:`list before`,whatGoes:`show what would go (orphaned paths)`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say whose they are`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:`A part of a name, an address or an id. A kind before it narrows, such as role: or key:.`,matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,saved:`Saved questions`,noSaved:`Save a question below: its ids stay in this browser.`,keep:`Save`,drop:`Saved`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last reported, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:`The newest runs, newest first.`,waiting:`Held runs`,waitingLead:`These runs would end so much that an accident is likelier than a change. Accept one, and what it no longer listed ends at its moment.`,waitingCommand:e=>`remit decide accept-run ${e}`,wouldEnd:`Would end`,accept:`Accept`,run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,leadDecide:`What could not be joined, named or mapped. What you decide here holds for everybody and survives every sync.`,settle:`Settle`,person:`Who`,cancel:`Cancel`,decided:`Decided:`,undo:`Undo`,naming:{link:`Belongs to somebody …`,owner:`Somebody answers for it …`},decisions:{link:e=>`Belongs to ${e}`,unlink:e=>`Not ${e}`,alias:e=>`Is an address of ${e}`},kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},compare:{title:`Comparison of two moments`,edges:`Edges`,orphaned:`Orphaned paths`,reach:e=>e===`1`?`1 principal reaches more or less`:`${e} principals reach more or less`,lists:`What opened and closed`,opened:e=>`${e} opened since`,closed:e=>`${e} closed since`,openedMark:`opened`,amongFirst:`among the rows that are here`,closedTitle:`Closed since: reached then, not now`},asOfControl:{compare:`Compare`,compareLabel:`Compared with`,compareEnd:`No comparison`,label:`As of (UTC)`,slider:e=>`${e}: moments at which the graph changed`,earlier:e=>`${e}: one change earlier`,later:e=>`${e}: one change later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,cut:`to be revoked`,gone:`would go`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`,LOSES:`would lose`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},states:{COMPLETE:`Complete`,PARTIAL:`Partial`,HELD:`Held`,FAILED:`Failed`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,useUnknown:`not known`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},cost:{title:`Cost`,lead:`What AI use cost and whose cost it is. Every unit of the ledger is in exactly one place.`,controls:`What is asked`,parts:`Parts of this view`,shows:{time:`Over time`,forecast:`Forecast`,anomalies:`Anomalies`,difference:`Two months`,bill:`Against the bill`},by:`By`,from:`From`,to:`To`,window:`Days`,days:e=>`${e} days`,thisMonth:`This month`,lastMonth:`Last month`,owners:`What several share`,seats:`Seats`,seatRules:{NONE:`a part of their own`,ASSIGNED:`over all who have one`,ACTIVE:`over all who used it`,USE:`by use`},currencyHint:`the only one`,rates:`Rates`,ratesHint:`EUR=1.08 GBP=1.27`,perUnit:`Per unit`,perUnitOf:(e,t)=>e===`1,000 requests`?`1,000 requests of ${t}`:`${e[0].toUpperCase()}${e.slice(1)} of ${t}`,figures:e=>e===`1`?`1 figure`:`${e} figures`,ownerRules:{EVEN:`evenly`,NONE:`to nobody`,USAGE:`as the source says`},only:`Only`,without:e=>`Without ${e}`,currency:`Currency`,step:`A bar is`,steps:{day:`day`,week:`week`,month:`month`},dimensions:{identity:`Person`,team:`Team`,department:`Department`,cost_center:`Cost center`,account:`Account`,credential:`Credential`,application:`Application`,workspace:`Workspace`,model:`Model`,provider:`Provider`,mcp_server:`MCP server`,data_source:`Data source`,owner_state:`Answered for`,day:`Day`,week:`Week`,month:`Month`},nameless:{"~unattributed":`Unattributed`,"~shared":`Shared by several`,"~no_mcp_use":`No use of MCP`,"~unknown":`Unknown`,"~other":`All others`},ownerStates:{answered_for:`Answered for`,orphaned:`Orphaned`,unknown:`Unknown`},buckets:{seat:`Seats`,variance:`Variance against bills`,tax:`Tax`,credit:`Credits`,other:`Other charges`,hidden:`Hidden from you`},amounts:{cost:`Cost`,estimate:`Estimate`,included:`Included`},sums:`What it adds up to`,sumsLead:(e,t)=>`${e} to ${t}, both included.`,sheet:`Parts of the ledger`,inLedger:`In the ledger`,ledger:`Ledger`,named:(e,t)=>`By ${yr(t)} (${e})`,addsUp:`The parts are the ledger, to the last digit.`,addsUpNot:e=>`The parts differ from the ledger by ${e}: report this as a fault.`,beside:`Not in the ledger`,estimateValue:`Estimates, priced from a table`,includedValue:`Used within a plan`,overlapsOf:e=>`Reported twice (${e})`,unpriced:`Usage that nobody has a price for`,rows:e=>e===`1`?`1 row`:`${e} rows`,dropped:e=>`${e}, left out by the filter`,droppedWhy:`A charge has an application and days, nothing else: a filter on anything else leaves it out.`,leftOut:e=>`In ${e}`,rate:(e,t,n)=>`1 ${e} counts as ${t} ${n}.`,barsTitle:(e,t)=>`${e} by ${t}`,barsLead:(e,t)=>`Usage${t?` and seats`:``} in the ledger${e?`, in ${e}`:``}. ${t?`Taxes`:`Seats, taxes`}, credits and variance have no key and are beside it.`,barsQuestion:(e,t,n,r)=>`Cost by ${yr(e)}, ${t} to ${n}${r.length?`, only ${r.join(`, `)}`:``}`,rest:`Everything else`,whole:`All usage`,notCovered:`Not every source covers all of these days: a short bar may be a day that nobody has read. See Partial above.`,allPeriods:`All bars`,onlyThis:`These days alone`,anomaliesOf:e=>e===`1`?`1 anomaly`:`${e} anomalies`,anomaly:`Anomaly`,insteadOf:`instead of`,withModel:`with`,usually:`usually`,drivers:`What grew`,ordinaryUpTo:`Ordinary up to`,expected:`Expected`,judged:(e,t)=>`${e} days of keys judged. An anomaly costs ${t}.`,noAnomalies:`No day of these stands out.`,forecastTitle:e=>`Where ${e} will end`,forecastLead:e=>`Usage in the ledger. Forecast by the ${e}.`,forecastRows:e=>`Month end by ${yr(e)}`,chargesApart:`Seats, taxes, credits and variance are beside the forecast. A key opens to its own month end.`,spent:`Spent`,interval:`Four of five times`,atLeast:`At least`,atMost:`At most`,budget:`Budget`,ofBudget:`Of the budget`,missingDays:`Days estimated`,noForecast:{TOO_SHORT:`fewer than 8 days are known`,NO_COST:`it cost nothing so far`,"":`nobody can say`},coneLabel:(e,t,n,r,i)=>`Spent ${e}; at the end of the month ${t} is expected, between ${n} and ${r}; budget: ${i}`,months:`Months to compare`,before:`Before`,after:`After`,differenceTitle:(e,t)=>`From ${e} to ${t}`,differenceLead:`Why the two months differ: who came and went, how much was used, at which price, of which models.`,differenceRows:e=>`Difference by ${yr(e)}`,differenceRowsLead:`What has no key (seats, taxes, credits, variance) is no row here.`,differenceSum:`Difference`,differenceAddsUp:`The parts are the difference, to the last digit.`,differenceParts:{before:`Before`,after:`After`,difference:`Difference`,people:`People`,volume:`Volume`,price:`Price`,mix:`Mix`,unmeasured:`Unmeasured`,charges:`Charges`},differenceWhy:{people:`who is new, less who is gone`,volume:`more or less of the same, by those who stayed`,price:`another price for one unit of the same model`,mix:`other models in other shares`,unmeasured:`usage without requests and tokens`,charges:`seats, taxes, credits and variance`},part:`Part`,daysOf:(e,t)=>`${e} to ${t}`,period:`Days`,varianceTitle:`Bills against usage`,varianceLead:`Per charge period what was billed for usage, what the usage rows cost, and what may be behind the difference. Causes may overlap.`,varianceAmounts:{billed:`Billed`,usage:`Usage`,variance:`Variance`,inWindow:`In these days`},varianceSum:`Bucket variance`,causes:`Likely causes`,noVariance:`No bill for usage falls on these days.`,restatedTitle:`Restated figures`,restatedLead:`What a source reported again, with other figures, of days that were over. The ledger has the later ones.`,restatedWhy:{LATE_ROWS:`more rows than before`,WITHDRAWN_ROWS:`fewer rows than before`,OTHER_AMOUNT:`the same use at another amount`,OTHER_COUNTS:`other counts in the same rows`,OTHER_ROWS:`other rows`},noRestated:`No source changed its figures of these days.`,figure:`Figure`,why:`Why`,beforeAmount:`First`,afterAmount:`Now`,source:`Source`,run:e=>`run ${e}`,at:`Observed`,overlapsTitle:`Reported twice`,overlapsLead:`What a second source reports of days that another accounts for. It is not added.`,leftOutSource:`Left out`,countedSource:`Counted`,noOverlaps:`Nothing is reported twice.`,pricedTitle:`Priced from a table`,pricedLead:`Per source of usage without a bill: how much of it is in the ledger, and how much beside it.`,counts:`Rule`,countsRules:{auto:`where there is no bill`,always:`always`,never:`never`},noPriced:`No usage is priced from a table.`,rowsTitle:e=>`Rows by ${yr(e)}`,opensTo:e=>`A row opens to what is behind it: ${yr(e)}.`,finest:`As fine as the usage is that sources report: one row per day, account and model.`,basis:`Basis`,bases:{billed:`billed`,priced:`priced`,mixed:`mixed`,unpriced:`no price`},requests:`Requests`,tokens:`Tokens`,noRows:`Nothing was used in these days, as far as any source reports.`,sumOfRows:`All rows`,rowsAreLedger:`The rows are the whole ledger.`,rowsAndBuckets:e=>`With ${e} in buckets, which have no key, the rows are the ledger.`},reasons:{DEPARTED_OWNER:`Its owner left`,SUSPENDED_OWNER:`Its owner is suspended`,EMPTY_OWNER_GROUP:`Nobody is in the group that owns it`,UNRESOLVED_ACCOUNT:`The directory does not know its address`,EXTERNAL_EMAIL:`No directory covers its address`,NO_OWNER:`It has no owner`},reasonsOfPeople:{DEPARTED_OWNER:`Has left`,SUSPENDED_OWNER:`Is suspended`},orphaned:{title:`Orphaned paths`,lead:`Live routes to data for which nobody answers any more: why, since when, what they cost, who could take over, and what to revoke.`,lists:`Lists`,all:`Orphaned`,shadow:`Shadow accounts`,unknown:`Owner not known`,root:`Principal`,principals:`principals that nobody answers for`,shadowCount:`accounts that the directory does not govern`,why:`Why`,since:`Since`,sinceUnknown:`not known`,routes:`Routes`,spend:`Spent since`,spendOfWindow:`Spent in 30 days`,nextOwner:`Next owner`,nobody:`nobody is known`,paths:e=>e===`1`?`1 route`:`${e} routes`,state:{ANSWERED_FOR:`Somebody answers for it`,UNKNOWN:`Nobody can say who answers for it`,ORPHANED:`Nobody answers for it`},shadowMark:`shadow`,noRoots:`Somebody answers for every live route to data.`,noShadow:`Every account is governed by the directory.`,noUnknown:`Of every live principal it is known who answers for it.`,notListed:`This is no orphaned principal at this moment.`,hangsOn:`is counted under the principal that alone holds it:`,folded:`Only it holds`,blastRadius:`Blast radius`,changes:`What changed here`,target:`Leads to`,below:`Inside`,permission:`Permission`,hops:`Hops`,lastUsed:`Last used`,routesTitle:`Routes`,routesLead:`One row for each topmost data source or model, with a walk that proves it.`,answeredLead:e=>`${e}: these are no orphaned paths. It is listed because the directory does not govern it, and reaches this data.`,noRoutes:`No route leads from here to data or to a model.`,someRoutes:(e,t)=>`The first ${e} of ${t} routes are here.`,back:`All principals`,nextOwners:{MANAGER:`manager`,HEAVIEST_USER:`uses it most`,CREATOR:`created it`,GROUP_OWNER:`owns the group`},revocation:`What to revoke`,revocationLead:`The cheapest set of revocations after which no granted route leads to this data.`,revocationOfSome:`It is about the routes that are listed below, which are not all.`,onlyModels:`No route leads to data, only to models: to end it, remove the principal with all that it alone holds.`,noCut:`Nothing granted leads to this data: what was seen in use ends with the principal.`,step:`Do`,system:`In`,cost:`Cost`,command:`Command`,noCommand:`in its console`,proven:`Searched again without them: nothing is reached.`,notProven:`Searched again without them, data is still reached.`,noCollateral:`Nobody active loses anything.`,collateral:e=>e===`1`?`1 active person would lose data`:`${e} active people would lose data`,loses:`Would lose`,person:`Person`,tryIt:`Show what would go`,tryingIt:`Shown: what would go`,openWhatIf:`Open as what-if`,tooMany:e=>`More than ${e} revocations are not tried at once.`,sheet:`Sheet of all`,print:`Print`,sheetLead:(e,t)=>`As of ${e}, snapshot ${t}.`},whatIf:{title:`What if`,lead:`What would change if access were removed, somebody left, something were switched off or granted. Nothing is written.`,edits:`Changes to try`,edit:`Change`,editKinds:{remove:`Remove`,offboard:`Offboard`,block:`Block`,add:`Add`},editHelp:{remove:`A principal goes with all its edges, or one edge ends.`,offboard:`Somebody leaves: what they alone hold is closed, and what they were given ends.`,block:`A server or an application is switched off.`,add:`A new edge, with its permission.`},what:`What`,node:`The whole node`,edge:`One edge`,from:`From`,kind:`Edge`,to:`To`,permission:`Permission`,noPermission:`none`,put:`Try it`,leaveOut:e=>`Leave out ${e}`,clear:`Leave out all`,nothing:`Choose something to remove, offboard, block or add.`,begin:`To begin with`,beginLead:`Principals that nobody answers for: each is one change to try.`,try:`Try`,result:`Before and after`,before:`Before`,after:`After`,dataSources:`Data sources reached`,dataSourcesNote:`by those whose reach changes`,score:`Score`,scoreNote:`of those whose reach changes`,orphanedRoots:`Orphaned principals`,orphanedPaths:`Orphaned paths`,orphanedPathsNote:`of those at which anything changes`,spend:`Usage in 30 days`,spendStops:e=>`${e} a month would stop.`,lost:`Access lost`,gained:`Access gained`,lostSummary:(e,t,n,r)=>`${e} in use, ${t} used further along, ${n} not used, ${r} of which nobody knows`,who:`Who`,target:`What`,left:`Left`,had:`Had`,use:`Use`,nothingLeft:`nothing`,principals:`Whose reach changes`,noLost:`Nobody loses anything.`,noPrincipals:`Nobody's reach of data changes.`,closed:`Orphaned paths closed`,opened:`Orphaned paths opened`,noPaths:`No orphaned path opens or closes.`,change:`Change`,order:`Order of work`,orderLead:`What is new first, keys before the accounts they outlive, people last; what nobody works over first.`,usedBy:`Used by`,summary:(e,t)=>`${e} accesses lost, ${t} gained`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},br=e=>z.views[e]??e;function B(e){return e?`${e.currency} ${Er(Tr(e.amount,2))}`:z.unknown}var xr=e=>`${e.currency} ${e.amount}`,Sr=9;function Cr(e){let[t=`0`,n=``]=e.replace(/^[+-]/,``).split(`.`),r=BigInt(t+n.padEnd(Sr,`0`).slice(0,Sr));return e.startsWith(`-`)?-r:r}function wr(e){let t=(e<0n?-e:e).toString().padStart(10,`0`);return`${e<0n?`-`:``}${t.slice(0,-9)}.${t.slice(-9)}`}function Tr(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function Er(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function Dr(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var V=e=>Er(String(e)),Or=e=>`${e>0?`+`:e<0?`−`:``}${V(Math.abs(e))}`,kr=e=>`${Math.round(e*100)} %`,Ar=e=>Er(String(Math.round(e*10)/10)),jr=864e5;function H(e){if(!e)return z.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var Mr=e=>e?e.slice(0,10):z.unknown;function Nr(e){let t=[[86400,z.units.day],[3600,z.units.hour],[60,z.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return z.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function Pr(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var Fr=(e,t)=>new Date(e.getTime()-t*jr),Ir=e=>e.toISOString().slice(0,10),Lr=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),Rr=Symbol.for(`pv`),zr=0;Array.isArray;function U(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Rr,__v:--zr,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}function Br({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=U(S,{children:[U(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?z.shell.complete:z.shell.partial]});return!n.length&&!r.length?U(`span`,{class:`completeness is-complete`,children:a}):U(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[U(`summary`,{children:[a,i?` · ${z.shell.notes}`:``]}),U(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>U(`p`,{children:[U(`code`,{children:e}),` `,t]},e+t))})]})}var Vr=400,Hr=gt([]);async function Ur(){Hr.value=(await gn(gr,{last:Vr})).status.moments}function Wr(e,t){let n=Date.parse(t),[r,i]=[0,e.length];for(;r<i;){let t=r+i>>1;Date.parse(e[t])<=n?r=t+1:i=t}return r-1}function Gr(e,t,n){let r=t===void 0?e.length:Wr(e,t);return n>0?e[r+1]:e[t!==void 0&&r>=0&&Date.parse(e[r])<Date.parse(t)?r:r-1]??t}var Kr=250,qr=2e3,Jr=e=>P({asOf:Gr(Hr.value,M.value,e)});function Yr({id:e,label:t,value:n,onChoose:r}){let i=Hr.value,[a,o]=T(null),s=D(0),c=D(-1/0);E(()=>()=>clearTimeout(s.current),[]),E(()=>o(null),[n]);let l=a??(n===void 0?i.length:Math.max(0,Wr(i,n))),u=l>=i.length?z.shell.asOfNow:H(a===null&&n?n:i[l]),d=e=>{o(e),clearTimeout(s.current),s.current=window.setTimeout(()=>{let t=performance.now()-c.current<qr;c.current=performance.now(),r(i[e],t)},Kr)};return U(`input`,{id:e,class:`moments`,type:`range`,min:0,max:i.length,step:1,value:l,disabled:!i.length,"aria-label":t,"aria-valuetext":u,title:u,onInput:({currentTarget:e})=>d(Number(e.value))})}function Xr({id:e,label:t,value:n,onChoose:r,onClear:i,clearWords:a}){let o=e=>r(Gr(Hr.value,n,e),!1);return U(`span`,{class:`as-of ${n?`is-set`:``}`,children:[U(`label`,{for:e,children:t}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>o(-1),disabled:!Hr.value.length,"aria-label":z.asOfControl.earlier(t),title:z.asOfControl.earlier(t),children:U(`span`,{"aria-hidden":`true`,children:`◂`})}),U(Yr,{id:`${e}-slider`,label:z.asOfControl.slider(t),value:n,onChoose:r}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>o(1),disabled:!n,"aria-label":z.asOfControl.later(t),title:z.asOfControl.later(t),children:U(`span`,{"aria-hidden":`true`,children:`▸`})}),U(`input`,{id:e,type:`datetime-local`,value:n?Lr(Pr(n)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);r(Number.isNaN(t.getTime())?void 0:Lr(t),!1)}}),n&&U(`button`,{type:`button`,class:`quiet`,onClick:i,children:a})]})}var Zr=7,Qr=()=>P({compare:en.value===void 0?Lr(Fr(Pr(M.value),Zr)):void 0});function $r(){let e=en.value;return U(`span`,{class:`time`,children:[e!==void 0&&U(Xr,{id:`compare-with`,label:z.asOfControl.compareLabel,value:e,onChoose:(e,t)=>P({compare:e??Lr(Pr(M.value))},t),onClear:Qr,clearWords:z.asOfControl.compareEnd}),U(Xr,{id:`as-of`,label:z.asOfControl.label,value:M.value,onChoose:(e,t)=>P({asOf:e},t),onClear:()=>P({asOf:void 0}),clearWords:z.shell.asOfClear}),e===void 0&&U(`button`,{type:`button`,class:`quiet`,id:`compare`,"aria-keyshortcuts":`c`,onClick:Qr,children:z.asOfControl.compare})]})}function ei(){let e=en.value,t=L($n,e===void 0?null:{input:{from:e,asOf:M.value??null}},e=>I(e.changes));return e===void 0?null:U(`aside`,{class:`comparison`,"aria-label":z.compare.title,"aria-busy":t.state===`loading`,children:[t.state===`failed`&&U(`span`,{class:`strip-late`,children:t.problem.message}),t.data&&U(ti,{data:t.data})]})}function ti({data:e}){let{edges:t,orphanedPaths:n,reach:r}=e,i=[[z.compare.edges,t],[z.compare.orphaned,n]];return U(S,{children:[U(`span`,{children:[H(e.from),` → `,H(e.to)]}),i.map(([e,{opened:t,closed:n}])=>U(`span`,{children:[e,` `,U(`b`,{class:`side-opened`,children:[`+`,V(t.totalCount),` `,z.changes.opened]}),` `,U(`b`,{class:`side-closed`,children:[`−`,V(n.totalCount),` `,z.changes.closed]})]},e)),U(`span`,{children:z.compare.reach(V(r.totalCount))}),U(Br,{provenance:e}),j.value.view!==`changes`&&U(`a`,{href:N(`changes`),children:z.compare.lists})]})}function ni({row:e}){let t=Dr(e.spent,e.budget),n=Dr(e.expected,e.budget);if(t===null)return U(`span`,{class:`muted`,children:z.home.noBudget});let r=Math.max(1,t,n??0);return U(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${B(e.spent)} / ${B(e.budget)}`,children:[U(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&U(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),U(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),U(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var ri=e=>e==null?z.home.cannotSay:e?z.home.over:z.home.within,ii=200;function ai(e,t){return e===t?0:e<t?-1:1}function oi(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*ai(r(e),r(t))),...e.filter(e=>!a(e))]}function W(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(ii),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>oi(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return U(`p`,{class:`empty`,children:e.empty??z.parts.empty});let _=e.total??f.length;return U(`div`,{class:`table-box`,children:[U(`table`,{class:`data-table`,children:[U(`caption`,{class:`visually-hidden`,children:e.caption}),U(`thead`,{children:U(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>U(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?U(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:z.parts.sortBy(t),children:[t,U(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),U(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>U(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>U(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))}),e.footer&&U(`tfoot`,{children:U(`tr`,{children:t.map(({key:t,align:n,wide:r})=>U(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:e.footer?.[t]},t))})})]}),_>p.length&&U(`p`,{class:`table-foot`,children:[i&&_>f.length?z.parts.sortedAmong(V(f.length),V(_)):z.parts.rowsOf(V(p.length),V(_)),(f.length>p.length||e.hasMore&&e.onMore)&&U(`button`,{type:`button`,onClick:()=>{l(c+ii),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:z.more})]})]})}var si=200,ci=gt(new Map),li=new Set,ui=0;function di(e,t){let n=t??ci.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(li.add(e),ui||=window.setTimeout(pi))},[e,n]),n||mi(e)}var fi=e=>ci.value.get(e)??mi(e);async function pi(){ui=0;let e=[...li].slice(0,si);for(let t of e)li.delete(t);li.size&&(ui=window.setTimeout(pi));try{let{nodes:t}=await gn(ir,{ids:e,asOf:M.value??null}),n=new Map(ci.value);t.forEach((t,r)=>n.set(e[r],t?.name||mi(e[r]))),ci.value=n}catch{}}function mi(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var hi=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function gi(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var _i={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},vi=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,yi=e=>_i[e]??vi,bi=e=>z.kinds[e]??e;function xi({kind:e}){return U(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":bi(e),children:U(`path`,{d:yi(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var Si={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function Ci({permission:e}){if(!e)return U(`span`,{class:`muted`,children:z.noPermission});let t=Si[e]??0;return U(`span`,{class:`permission permission-${e}`,children:[U(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>U(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),z.permissions[e]??e]})}function wi({sensitivity:e}){return e?U(`span`,{class:`sensitivity sensitivity-${e}`,children:z.sensitivities[e]??e}):null}var Ti=e=>hi(e)===`DataSource`||hi(e)===`McpTool`||hi(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function G({id:e,name:t,plain:n=!1,href:r}){let i=di(e,t),{view:a,param:o}=Ti(e),s=U(S,{children:[U(xi,{kind:hi(e)}),U(`span`,{class:`chip-name`,children:i||mi(e)}),U(`span`,{class:`chip-system`,children:gi(e)})]});return n?U(`span`,{class:`chip`,title:e,children:s}):U(`a`,{class:`chip`,title:e,href:r??N(a,{[o]:e}),children:s})}function Ei(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function Di(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function Oi(e,t,n,r){let i=n?[n.snapshot.digest,n.snapshot.asOf,n.completeness.status]:[``,``,``],a=[r.toISOString(),`${t.text.replace(/\s+/g,` `)} ${JSON.stringify(t.variables)}`];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`,`exported_at`,`question`].map(Ei).join(`,`),...e.rows.map((e,t)=>[...e,...i,...t===0?a:[``,``]].map(Ei).join(`,`))].join(`\r
`)}\r\n`}function ki(e,t,n,r){return`${JSON.stringify({...Di(t,n,r),answer:e},null,2)}\n`}function Ai(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var ji=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function Mi({problem:e,onRetry:t,candidateHref:n}){let r=z.remedies[e.code];return U(`div`,{class:`problem`,role:`alert`,children:[U(`p`,{class:`problem-message`,children:e.message||z.problems[e.code]||z.problems.fallback}),r&&U(`p`,{children:r}),e.candidates&&U(S,{children:[U(`p`,{children:z.parts.candidates}),U(`ul`,{class:`plain-list`,children:e.candidates.map(e=>U(`li`,{children:U(G,{id:e,href:n?.(e)})},e))})]}),U(`p`,{class:`muted small`,children:[z.parts.code,` `,e.code,e.requestId&&` · ${z.parts.request} ${e.requestId}`]}),t&&U(`button`,{type:`button`,onClick:t,children:z.tryAgain})]})}function Ni({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${z.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return U(`details`,{class:`query-behind`,children:[U(`summary`,{title:z.parts.questionTitle,children:z.parts.question}),U(`div`,{class:`query-box`,children:[U(`div`,{class:`query-tools`,children:[U(`button`,{type:`button`,onClick:()=>void i(),children:t?z.parts.copied:z.parts.copy}),U(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:z.parts.graphiql})]}),U(`pre`,{tabIndex:0,"aria-label":z.parts.questionTitle,children:e.text}),U(`pre`,{tabIndex:0,"aria-label":z.parts.variables,children:r})]})]})}var Pi=gt(``),Fi=e=>{Pi.value=e};function Ii(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function K(e){let{answer:t,title:n}=e,r=Je(),i=Ii(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&Fi(`${n}: ${e.summary(t.data)}`)},[t]),U(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[U(`header`,{class:`panel-head`,children:[U(a,{id:r,children:n}),i&&U(Br,{provenance:i}),U(`div`,{class:`panel-tools`,children:[e.tools,t.data!==void 0&&e.exportName&&U(Li,{...e,provenance:i}),t.question.variables!==null&&U(Ni,{question:t.question})]})]}),e.lead&&U(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&U(Mi,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&U(`p`,{class:`asking`,children:z.loading}),t.data!==void 0&&e.children(t.data)]})}function Li({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return U(`span`,{class:`export`,role:`group`,"aria-label":z.parts.export,children:[n&&U(`button`,{type:`button`,class:`quiet`,onClick:()=>Ai(ji(t,r,`csv`),`text/csv`,Oi(n(i),e.question,r,new Date)),children:z.parts.exportCsv}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>Ai(ji(t,r,`json`),`application/json`,ki(i,e.question,r,new Date)),children:z.parts.exportJson})]})}var Ri=()=>Ht(`decide`),zi=gt(null),Bi=gt(0),Vi=new Map;function Hi(e){let t=JSON.stringify(e),n=Vi.get(t)??Array.from(crypto.getRandomValues(new Uint32Array(4)),e=>e.toString(36)).join(`-`);return Vi.set(t,n),n}async function Ui(e,t,n){let r=[e.toString(),t],i=n(await _n(e.toString().trim(),{input:{...t,key:Hi(r)}}));return Vi.delete(JSON.stringify(r)),pn(),Bi.value+=1,i}async function Wi(e){try{return await e(),null}catch(e){return yn(e)}}var Gi=e=>Wi(async()=>{zi.value=await Ui(Yn,e,e=>I(e.decide))}),Ki=e=>Wi(async()=>{await Ui(Xn,{decision:e},e=>I(e.undoDecision)),zi.value=null}),qi=e=>Wi(async()=>{await Ui(Zn,{source:e},e=>I(e.acceptRun))}),Ji=6e4,Yi=gt(null),Xi=gt(null),Zi=gt(0),Qi=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,$i=xt(()=>(Yi.value?.sources??[]).filter(Qi));async function ea(){try{let e=(await gn(hr,{})).status,t=Yi.value;t&&e.generation!==t.generation&&(pn(),Zi.value+=1,Fi(z.shell.newGeneration(e.generation))),Yi.value=e,Xi.value=null,t?.generation!==e.generation&&await Ur()}catch(e){Xi.value=yn(e)}}function ta(){Et(()=>{Bi.value>=0&&ea()}),setInterval(()=>{document.visibilityState===`visible`&&ea()},Ji),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&ea()})}function na(e,t){return e<t?-1:+(e>t)}function ra(e){return`${e.source}\t${e.kind}\t${e.target}`}function ia(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function aa(e){return e.slice(e.indexOf(`:`)+1)}var oa=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function sa(e,t){return e===null||t===null?e??t:oa.indexOf(e)>=oa.indexOf(t)?e:t}var ca=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],la=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function ua(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var da=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(pa(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===aa(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=ra(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:ua(ca,r?.permission??null,e.permission??null),exercised:sa(r?.exercised??null,t),evidence:fa(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>na(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>na(e.key,t.key)),routes:this.routes}}};function fa(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>na(e.claimedBy,t.claimedBy)||na(e.permission??``,t.permission??``))}function pa(e,t,n,r){return{id:e,kind:ia(e),name:t||aa(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function ma(e,t,n){let r=new da,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(pa(t,aa(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(ha(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function ha(e,t){return{...pa(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function ga(e,t,n){let r=new da,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(pa(e,aa(e),0,`start`)),t!==e&&r.setNode(pa(t,aa(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function _a(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function va(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(_a(n,r.source,r.target),_a(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var ya=[`remove`,`offboard`,`block`,`add`];function ba(e){let t=t=>[...new Set(e[t]??[])];return{remove:t(`remove`),offboard:t(`offboard`),block:t(`block`),add:t(`add`)}}var xa=e=>ya.some(t=>e[t].length>0);function Sa(e,t){return{...t?{asOf:t}:{},...Object.fromEntries(ya.filter(t=>e[t].length>0).map(t=>[t,[...e[t]]]))}}var Ca=({source:e,kind:t,target:n})=>`${e} -${t}-> ${n}`,wa=({source:e,kind:t,target:n},r)=>[e,t,n,r].filter(Boolean).join(` `),Ta=RegExp(`^(.+?)\\s+-?\\s*(${Object.keys(z.picture.edges).join(`|`)})\\s*(?:->)?\\s+(.+)$`,`s`);function Ea(e,t){let n=t===`remove`||t===`add`?Ta.exec(e):null;if(n===null)return{source:e};let[,r=``,i=``,a=``]=n,o=t===`add`?/^(.+)\s+(DISCOVER|READ|WRITE|ADMIN)$/s.exec(a):null;return{source:r,kind:i,target:o?.[1]??a,...o?.[2]?{permission:o[2]}:{}}}var Da=`LOSES`,Oa=({reasons:e})=>e.reduce((e,{since:t})=>t&&(e===null||t<e)?t:e,null),ka=(e,t)=>(ia(t)===`Identity`?z.reasonsOfPeople[e]:void 0)??z.reasons[e]??e,Aa=({target:e,witness:t})=>t.at(-1)?.targetName??mi(e),ja=(e,t)=>[...new Set([e,...t.flatMap(({witness:e})=>e.slice(0,1).map(({source:e})=>e))])];function Ma(e,t){let n=t.map(e=>({id:e.target,kind:ia(e.target),name:Aa(e),permission:e.permission??null,permissionKnown:!0,hops:e.hops,exercised:e.lastUsed?`YES`:`UNKNOWN`,lastUsed:e.lastUsed??null,witness:e.witness}));return ma(ja(e,t),n,`out`)}function Na(e,t){let n=new Map(e.nodes.map(({id:e,hop:t})=>[e,t])),r=[],i=[];for(let{id:e,name:a,loses:o}of t){let t=o.filter(e=>n.has(e));if(t.length!==0){n.has(e)||r.push(pa(e,a,Math.max(0,Math.max(...t.map(e=>n.get(e)??0))-1),`between`));for(let n of t)i.push({key:ra({source:e,kind:Da,target:n}),source:e,target:n,kind:Da,permission:null,exercised:null,evidence:[]})}}return r.length+i.length===0?e:{...e,nodes:[...e.nodes,...r].sort((e,t)=>na(e.id,t.id)),edges:[...e.edges,...i]}}var Pa=e=>[...new Set(e.map(({target:e})=>e))].filter(e=>ia(e)===`DataSource`);function Fa(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?[t,...n]:[...e.edges.map(Ca),...e.nodes]}function Ia(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?new Set([t,...n]):new Set([...e.edges.map(ra),...e.nodes])}function La(e,t,n,r){let i=e=>new Set(e.filter(e=>e.root===t).map(({target:e})=>e)),[a,o]=[i(n),i(r)],s=new Set([...e.routes].filter(([e])=>!a.has(e)||o.has(e)).flatMap(([e,t])=>[e,...t]));for(let t of e.edges)s.has(t.key)&&(s.add(t.source),s.add(t.target));let c=[...e.nodes.filter(({role:e})=>e!==`start`).map(({id:e})=>e),...e.edges.map(({key:e})=>e)];return new Set(c.filter(e=>!s.has(e)))}var Ra=(e,t)=>({cut:e,gone:t??new Set}),za=({witness:e})=>e.map(({source:e,kind:t,target:n},r)=>r===0?`${e} -${t}-> ${n}`:`-${t}-> ${n}`).join(` `),Ba=7,Va=30,Ha=8;function Ua(){let e=z.home;return U(S,{children:[U(`h1`,{children:e.title}),U(`p`,{class:`lead`,children:e.lead(M.value?H(M.value):e.now)}),U(`div`,{class:`home`,children:[U(Ga,{}),U(Ja,{}),U(Za,{}),U(Qa,{}),U($a,{}),U(to,{}),U(no,{})]})]})}function Wa({count:e,words:t,address:n,strong:r}){return U(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[U(`span`,{class:`figure-count`,children:e}),` `,U(`span`,{class:`figure-words`,children:t})]})}function Ga(){let e=z.home,t=L(Qn,{input:{asOf:M.value??null}},e=>I(e.orphanedPaths));return U(K,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>V(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>U(S,{children:[U(`div`,{class:`figures`,children:[U(Wa,{count:V(t),words:e.orphanedOf(V(n)),address:N(`orphaned`),strong:!0}),r>0&&U(Wa,{count:V(r),words:e.unknownOwners,address:N(`orphaned`,{list:`unknown`})})]}),U(W,{caption:e.orphaned,rows:Ka(i.nodes),total:i.totalCount,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>U(S,{children:[U(G,{id:t,name:n,href:N(`orphaned`,{root:t})}),r&&U(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>V(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:e=>U(qa,{at:Oa(e)}),wide:!0,sort:Oa},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>B(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>U(`span`,{class:`nowrap`,children:t?U(G,{id:t.id,name:t.name}):U(`span`,{class:`muted`,children:e.nobody})})}]})]})})}function Ka(e){let t=({spendSince:e})=>Cr(e?.amount??`0`);return[...e].sort((e,n)=>n.routes-e.routes||Number(t(n)-t(e))).slice(0,Ha)}function qa({at:e}){return e===null?U(`span`,{class:`muted`,children:z.orphaned.sinceUnknown}):U(`span`,{class:`nowrap`,children:Mr(e)})}function Ja(){let e=z.home,t=Lr(Fr(Pr(M.value),Ba)),n=L($n,{input:{from:t,asOf:M.value??null}},e=>I(e.changes)),r=N(`changes`,{from:t});return U(K,{title:e.changes,lead:e.changesLead(H(t)),answer:n,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>U(S,{children:[U(`div`,{class:`figures`,children:[U(Wa,{count:`+${V(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),U(Wa,{count:`−${V(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),U(Wa,{count:`+${V(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),U(Wa,{count:`−${V(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),U(Wa,{count:`+${V(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),U(Wa,{count:`−${V(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),U(Wa,{count:V(a.totalCount),words:e.permissionsChanged,address:r}),U(Wa,{count:V(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&U(W,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>U(G,{id:e,name:n,href:N(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>Or(e),align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>Or(-e),align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${Ar(e)} → ${Ar(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var Ya=e=>e.map(({value:e})=>e).join(` · `);function Xa({value:e,address:t}){return e.includes(`:`)?U(G,{id:e,href:t}):U(`a`,{href:t,children:e.replace(/^~/,``)})}function Za(){let e=z.home,t=L(tr,{input:{by:[`team`],asOf:M.value??null}},e=>I(e.forecast)),n=Ir(Pr(M.value)),r={by:`team`,from:`${n.slice(0,7)}-01`,to:n};return U(K,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:n})=>U(S,{children:[U(`div`,{class:`figures`,children:[U(Wa,{count:B(t.spent),words:e.spent,address:N(`cost`,r),strong:!0}),U(Wa,{count:B(t.expected),words:e.expected,address:N(`cost`,{by:`team`,show:`forecast`})})]}),U(W,{caption:e.spend,rows:n.nodes,total:n.totalCount,rowKey:({key:e})=>Ya(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>U(Xa,{value:e[0].value,address:N(`cost`,{...r,by:`identity`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>B(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>B(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>U(ni,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t,key:n})=>t?U(`a`,{class:e?`tag tag-bad`:`muted`,href:N(`cost`,{by:`team`,show:`forecast`,filter:`team=${n[0].value}`}),children:ri(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function Qa(){let e=z.home,t=L(er,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:M.value??null}},e=>I(e.inventory));return U(K,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>U(S,{children:[U(`div`,{class:`figures`,children:U(Wa,{count:V(t),words:e.shadow,address:N(`orphaned`,{list:`shadow`}),strong:t>0})}),U(W,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>U(G,{id:e,name:t,href:N(`orphaned`,{root:e})})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>V(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>U(`span`,{class:`nowrap`,children:Mr(e)}),sort:({lastUsed:e})=>e}]})]})})}function $a(){let e=z.home,t=Pr(M.value),n={from:Ir(Fr(t,Va)),to:Ir(Fr(t,1))},r=L(nr,{input:{by:[`team`],...n,asOf:M.value??null}},e=>I(e.anomalies));return U(K,{title:e.anomalies,lead:e.anomaliesLead,answer:r,exportName:`anomalies`,children:({judged:t,rows:r})=>U(S,{children:[U(`div`,{class:`figures`,children:U(Wa,{count:V(r.totalCount),words:e.judged(V(t)),address:N(`cost`,{by:`team`,...n,show:`anomalies`}),strong:r.totalCount>0})}),r.nodes.length>0&&U(W,{caption:e.anomalies,rows:r.nodes,total:r.totalCount,rowKey:({day:e,key:t})=>`${e} ${Ya(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>Mr(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>U(Xa,{value:e[0].value,address:N(`cost`,{by:`team`,...n,show:`anomalies`,at:t,filter:`team=${e[0].value}`})})},{key:`cost`,title:e.cost,cell:({cost:e})=>B(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>B(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var eo={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function to(){let e=z.home,{value:t}=Yi,n=t?{state:`answered`,question:eo,data:$i.value}:{state:`loading`,question:eo};return U(K,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>U(S,{children:[U(`div`,{class:`figures`,children:U(Wa,{count:V(t.length),words:e.late,address:N(`sources`),strong:t.length>0})}),U(W,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>U(`a`,{href:N(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>z.states[e]??e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>Nr(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?z.unknown:Nr(e),sort:({promisedAgeS:e})=>e}]})]})})}function no(){let e=z.home,t=L(rr,{input:{asOf:M.value??null}},e=>I(e.unresolved));return U(K,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>U(S,{children:[U(`div`,{class:`figures`,children:U(Wa,{count:V(t),words:e.looseEnds,address:N(`unresolved`)})}),U(W,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?U(G,{id:e,name:t,href:N(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>U(`span`,{class:`small`,children:e})}]})]})})}var ro=100,io=7,ao=[1,7,30,90],q=z.changes;function oo(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var so=({isOpened:e})=>U(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[U(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?q.opened:q.closed]}),co={key:`change`,title:q.change,cell:({isOpened:e})=>U(so,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},lo=[{key:`claimedBy`,title:q.claimedBy,cell:({claimedBy:e})=>e??z.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:q.run,cell:({run:e})=>e??z.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:q.at,cell:({at:e})=>H(e),sort:({at:e})=>e,wide:!0}],uo=[co,{key:`source`,title:q.source,cell:({source:e})=>U(G,{id:e}),sort:({source:e})=>e},{key:`kind`,title:q.kind,cell:({kind:e})=>U(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:q.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>e&&U(Ci,{permission:e}),wide:!0},...lo],fo=[co,{key:`root`,title:q.root,cell:({root:e})=>U(G,{id:e,href:N(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>U(Ci,{permission:e}),wide:!0},{key:`hops`,title:q.hops,cell:({hops:e})=>V(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:q.reasons,cell:({reasons:e,root:t})=>U(`span`,{class:`small`,children:e.map(e=>ka(e,t)).join(`, `)}),wide:!0}];function po({title:e,total:t,children:n}){return U(`section`,{class:`part`,children:[U(`h3`,{children:[e,` `,U(`span`,{class:`muted`,children:V(t)})]}),n]})}function mo(){let e=Pr(M.value),t=en.value===void 0?`from`:`compare`,n=F(t)??Lr(Fr(e,io)),r=F(`of`),i=L(Vn,{input:{from:n,asOf:M.value??null,of:r??null},first:ro},e=>I(e.changes));return U(S,{children:[U(`h1`,{children:q.title}),U(`p`,{class:`lead`,children:q.lead}),U(`div`,{class:`search-form`,role:`group`,"aria-label":q.from,children:[ao.map(r=>{let i=Lr(Fr(e,r));return U(`button`,{type:`button`,"aria-pressed":i===n,onClick:()=>P({[t]:i}),children:q.days(r)},r)}),r&&U(S,{children:[U(G,{id:r}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>P({of:void 0}),children:q.clearOf})]})]}),U(K,{title:i.data?`${H(i.data.from)} → ${H(i.data.to)}`:q.title,answer:i,exportName:`changes`,candidateHref:e=>N(`changes`,{from:n,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:oo(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>q.summary(V(e.opened.totalCount),V(e.closed.totalCount)),children:e=>U(ho,{data:e,from:n})})]})}function ho({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return U(S,{children:[U(po,{title:q.orphaned,total:s,children:U(W,{caption:q.orphaned,columns:fo,rows:oo(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:q.nothing})}),U(po,{title:q.reach,total:o.totalCount,children:U(W,{caption:q.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:q.nothing,columns:[{key:`who`,title:q.root,cell:({id:e,name:n})=>U(G,{id:e,name:n,href:N(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:z.home.gained,cell:({gained:e})=>Or(e),sort:({gained:e})=>e,align:`end`},{key:`lost`,title:z.home.lost,cell:({lost:e})=>Or(-e),sort:({lost:e})=>e,align:`end`},{key:`score`,title:z.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${Ar(e)} → ${Ar(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),U(po,{title:q.edges,total:c,children:U(W,{caption:q.edges,columns:uo,rows:oo(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:q.nothing})}),U(po,{title:q.permissions,total:r.totalCount,children:U(W,{caption:q.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:q.nothing,columns:[{key:`source`,title:q.source,cell:({source:e})=>U(G,{id:e}),sort:({source:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>U(Ci,{permission:e})},{key:`after`,title:q.after,cell:({after:e})=>U(Ci,{permission:e})},...lo]})}),U(po,{title:q.properties,total:i.totalCount,children:U(W,{caption:q.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:q.nothing,columns:[{key:`id`,title:q.of,cell:({id:e})=>U(G,{id:e}),sort:({id:e})=>e},{key:`property`,title:q.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>e??z.unknown},{key:`after`,title:q.after,cell:({after:e})=>e??z.unknown},...lo]})})]})}function go(e){let t;return function(){let[n,r]=T(t?`there`:`asking`);if(E(()=>{n===`asking`&&e().then(e=>{t=e,r(`there`)},()=>r(`failed`))},[n]),n===`failed`)return U(Mi,{problem:{code:`OFFLINE`,message:``},onRetry:()=>r(`asking`)});let i=t;return i?U(i,{}):U(`p`,{class:`asking`,"aria-busy":`true`,children:z.loading})}}function _o({command:e}){let[t,n]=T(!1),r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return U(`span`,{class:`command`,children:[U(`code`,{children:e}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?z.parts.copied:z.parts.copy})]})}function vo({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),U(`aside`,{class:`evidence`,"aria-label":z.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[U(`header`,{class:`panel-head`,children:[U(`h2`,{children:z.parts.evidence}),U(`button`,{type:`button`,class:`quiet`,onClick:t,children:z.parts.close})]}),U(`ol`,{class:`evidence-list`,children:e.map(e=>U(`li`,{children:[U(`p`,{class:`evidence-edge`,children:[U(G,{id:e.source,name:e.sourceName}),U(`code`,{children:e.kind}),U(G,{id:e.target,name:e.targetName})]}),U(`dl`,{class:`facts`,children:[e.permission&&U(S,{children:[U(`dt`,{children:z.parts.permission}),U(`dd`,{children:U(Ci,{permission:e.permission})})]}),U(`dt`,{children:z.parts.claimedBy}),U(`dd`,{children:e.claimedBy}),U(`dt`,{children:z.parts.since}),U(`dd`,{children:H(e.since)}),e.lastUsed!==void 0&&U(S,{children:[U(`dt`,{children:z.parts.lastUsed}),U(`dd`,{children:Mr(e.lastUsed)})]}),U(`dt`,{children:z.parts.statement}),U(`dd`,{children:e.evidence?U(`code`,{class:`statement`,children:e.evidence}):z.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var yo=`http://www.w3.org/2000/svg`,bo=24,xo=16,So=2,Co=16e3;function wo(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*xo],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,yo),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-bo,r.y-bo,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(Do(`style`,Eo()),Do(`metadata`,t.join(`
`)),Oo(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>ko(e,r.x,r.y+r.height+bo+(t+.5)*xo))),new XMLSerializer().serializeToString(o)}async function To(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(So,Co/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function Eo(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels|chart)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function Do(e,t){let n=document.createElementNS(yo,e);return n.textContent=t,n}function Oo(e,t,n){let r=Do(`rect`,``),i={x:e.x-bo,y:e.y-bo,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function ko(e,t,n){let r=Do(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}var Ao=`fold:`;function jo(e,t){let n=Mo(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=No(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=Fo(e.edges,r),o=new Map(e.edges.map(e=>[e.key,Po(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>na(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function Mo(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(na)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>na(e.id,t.id)))}function No(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:ua(ca,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:ua(la,e.sensitivity,t.sensitivity),exercised:sa(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:Ao+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function Po(e,t){return ra({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function Fo(e,t){let n=new Map;for(let r of e){let e=Po(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:ua(ca,i.permission,r.permission),exercised:sa(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>na(e.key,t.key))}var Io={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},Lo={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},Ro=52,zo=76,Bo=16,Vo=8,Ho=4,Uo=60,Wo=400;function Go(e){return`${e.source}\t${e.target}`}var Ko=`\0`;function qo(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=Go(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${Ko}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(Go(n),n)})}return a.length>Wo?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function Jo(e,t,n={}){let r=qo(e,t),i=Yo(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>Zo(e,a));for(let e=0;e<Vo;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,$o(o[e]??[],t?i.before:i.after,a))}return ts(i,o,n.pinned??new Map,r.bendsOf)}function Yo(e,t){let n=[...e].sort((e,t)=>na(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function Xo(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function Zo(e,t){return Xo(e,t),e}function Qo(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function $o(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?Qo(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return Xo(i,n),i}function es(e){return Math.max(Uo,Math.ceil(Math.sqrt(e*3)))}function ts(e,t,n,r){let i=es(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*Ro});let u=r*204-Bo;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(Ko)).length}),c+=u+zo}),ns(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of is(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:as(l)}}function ns(e,t,n){for(let r=0;r<Ho;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())rs(e.map(e=>{let t=a[e]??[];return t.length>0?Qo(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function rs(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*Ro,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*Ro)}function is(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<Ro&&(s=Math.ceil(e.y+Ro));return i.set(a,s+Ro),[e,{x:a,y:s}]})}function as(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var os=18,ss=15.5,cs=24,ls=16,us=250,ds=e=>`translate(${e.x-94} ${e.y-20})`,fs=/[ijlrtfI.,:;'|!()[\]/ -]/,ps=/[A-HJ-Zmw@%…]/,ms=e=>e.reduce((e,t)=>e+(fs.test(t)?.62:ps.test(t)?1.3:1),0);function hs(e,t){let n=[...e];if(ms(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(ms([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function gs({layout:e,words:t}){let n=e.bounds.top-26;return U(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>U(`g`,{children:[U(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),U(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function _s({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>us;return U(`g`,{class:e.edges.length<=ls?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=ys(a,o,t.bends.get(Go(e))??[]);return U(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&U(`path`,{class:`edge-area`,d:l.path}),U(`path`,{class:`edge-line`,d:l.path}),!i&&U(`path`,{class:`edge-head`,d:l.head}),!i&&U(`path`,{class:`edge-cut`,d:vs(l.middle,5)}),!i&&U(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}var vs=({x:e,y:t},n)=>`M${e-n} ${t-n}l${2*n} ${2*n}M${e+n} ${t-n}l${-2*n} ${2*n}`;function ys(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function bs({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>us;return U(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&U(Cs,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var xs=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,Ss=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function Cs({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:Io[e.permission]??0,s=e.sensitivity===null?void 0:Lo[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return U(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:ds(t),children:[!r&&U(`title`,{children:a}),e.role===`fold`&&U(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),U(`rect`,{class:`node-card`,width:188,height:40,rx:9}),U(`path`,{class:`node-side`,d:xs}),U(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:yi(e.kind)}),U(`text`,{class:`node-name`,x:42,y:17,children:hs(c,s===void 0?os:ss)}),U(`text`,{class:`node-words`,x:42,y:31,children:hs(n.subtitle(e),cs)}),o>0&&U(`path`,{class:`node-bars`,d:Ss.slice(o).join(``)}),o>0&&U(`path`,{class:`node-bars is-full`,d:Ss.slice(0,o).join(``)}),s!==void 0&&U(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),!r&&U(`path`,{class:`node-cut`,d:vs({x:17,y:20},9)}),i&&U(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function ws(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||na(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||na(t,n))[0]??null}}var Ts=.04,Es=3,Ds=28,Os=30,ks=.55;function As(e,t){let n=e.top-Os,[r,i]=[e.right-e.left,e.bottom-n],a={width:t.width-56,height:t.height-56},o=Is(Math.min(1.1,a.width/Math.max(1,r),a.height/Math.max(1,i)));return{scale:o,x:t.width/2-o*(e.left+e.right)/2,y:t.height/2-o*(n+e.bottom)/2}}function js(e,t,n,r){let i=As(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001,o=e.top-Os,s=(e.right-e.left)*a>t.width-56,c=(e.bottom-o)*a>t.height-56,l=r?t.width-Ds-e.right*a:Ds-e.left*a;return{scale:a,x:s?l:t.width/2-a*(e.left+e.right)/2,y:t.height/2-a*(c?n.y:(o+e.bottom)/2)}}function Ms(e,t,n){let r=Is(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function Ns(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function Ps(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return Ns(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function Fs(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function Is(e){return Math.min(Es,Math.max(Ts,e))}var Ls={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},Rs=4,zs=.0016,Bs=1.25;function Vs(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=Js(a,e),l=O(()=>ws(t,n),[t,n]),u=O(()=>[U(gs,{layout:n,words:r}),U(_s,{graph:t,layout:n,words:r}),U(bs,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);Ks(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),Gs(a.current,e)?.focus({preventScroll:!0})},[n,c]);return U(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.95+150)}px`},children:[U(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=Ls[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!Hs(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>Ws(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:U(`g`,{class:`picture-world`,children:u})}),U(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[U(`button`,{type:`button`,onClick:()=>c.zoom(Bs),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),U(`button`,{type:`button`,onClick:()=>c.zoom(1/Bs),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),U(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function Hs(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(Bs);else if(e===`-`)r.zoom(1/Bs);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(Us(a,s.id,n.selected));else return!1;return!0}function Us(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function Ws(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function Gs(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function Ks(e,t,n,r){let{graph:i,selected:a,route:o,marks:s,words:c}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),l=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),u=new Set(i.nodes.filter(({id:e,members:t})=>s!==null&&(t.length>0?t:[e]).every(e=>s.gone.has(e))).map(({id:e})=>e)),d=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===d?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,l!==null&&!l.has(t)),qs(e,c,s?.cut.has(t)??!1,u.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t));let n=[e.dataset.source??``,e.dataset.target??``];qs(e,c,s?.cut.has(t)??!1,(s?.gone.has(t)??!1)||n.some(e=>u.has(e)))}},[i,a,o,s,n,r])}function qs(e,t,n,r){e.classList.toggle(`is-cut`,n),e.classList.toggle(`is-gone`,r);let i=[n?t.cut:``,r?t.gone:``].filter(Boolean).join(`, `);i?e.setAttribute(`aria-description`,i):e.removeAttribute(`aria-description`)}function Js(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<ks)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<Rs)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(Ns(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=Fs(n.current,s(t));a.id!==null&&Gs(e.current,a.id)?.setAttribute(`transform`,ds(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,Fs(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(Ns(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(Ms(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(As(a.current.layout.bounds,t())),reveal:e=>o(Ps(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(js(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(Ms(n.current,Math.exp(-e.deltaY*zs),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var Ys=[`YES`,`NO`,`UNKNOWN`];function Xs(){return U(`details`,{class:`picture-legend`,children:[U(`summary`,{children:z.picture.legend}),U(`ul`,{children:[Ys.map(e=>U(`li`,{children:[U(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:U(`g`,{class:`edge use-${e.toLowerCase()}`,children:[U(`path`,{class:`edge-line`,d:`M2 5H28`}),U(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),z.uses[e]]},e)),[...la].reverse().map(e=>U(`li`,{children:[U(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:U(`path`,{class:`node-sensitivity is-${e}`,d:Lo[e]})}),z.sensitivities[e]]},e))]}),U(`p`,{class:`muted small`,children:z.picture.keys})]})}var Zs=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Qs=function(e,t){return new URL(e,t).href},$s={},ec=function(e){return e.pathname.endsWith(`.css`)},tc=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},nc=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Qs(t,n);let r=s(t),i=ec(r);return tc($s,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Zs,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},rc=2400,ic=new Map;function ac(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:ic}),s=a.of===e.subject?a.at:ic,[c,l]=[on(`open`),on(`hide`)],u=JSON.stringify([c,l]),d=O(()=>va(e.graph,new Set(l)),[e.graph,u]),f=e.marks??null,p=[...f?.cut??[]].flatMap(e=>e.split(`	`)).join(`
`),m=O(()=>jo(d,{expanded:new Set(c),separate:new Set([...s.keys(),...p.split(`
`)])}),[d,s,u,p]),h=O(()=>oc(m,s),[m,s]),g=e.focused===null?null:m.routes.get(e.focused)??null,_={select:e.onSelect,focus:t=>e.onFocus(t===null||!m.routes.has(t)?null:t),expand:e=>P({open:[...c,e.slice(Ao.length)]}),hide:e=>P({hide:[...l,...fc(m,e)]}),open:e=>an(Ti(e).view,{[Ti(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:pc(s,t,n)})},v=m.nodes.length+m.edges.length,y={graph:m,layout:h,words:t,label:z.picture.label(e.title,V(m.nodes.length),V(m.edges.length)),selected:dc(m,e.selected),route:g,pinned:s,marks:f,actions:_,subject:e.subject,direction:n},{Large:b,isAwaited:x}=cc(v>rc),ee=t=>{let n=i.current?.querySelector(`svg.picture`);n&&mc(n,t,e.exportName,e.title,r)};return U(`div`,{class:`picture-box`,ref:i,children:[U(`div`,{class:`picture-tools`,children:[g!==null&&U(sc,{onClick:()=>e.onFocus(null),children:z.picture.showAll}),c.length>0&&U(sc,{onClick:()=>P({open:[]}),children:z.picture.showFolded}),l.length>0&&U(sc,{onClick:()=>P({hide:[]}),children:z.picture.showHidden(V(l.length))}),s.size>0&&U(sc,{onClick:()=>o({of:e.subject,at:ic}),children:z.picture.unpin(V(s.size))}),U(`span`,{class:`picture-exports`,children:[!b&&U(sc,{onClick:()=>ee(`svg`),children:z.picture.exportSvg}),!b&&U(sc,{onClick:()=>ee(`png`),children:z.picture.exportPng})]})]}),b?U(b,{...y}):x?U(`div`,{class:`picture-frame`,"aria-busy":`true`}):U(Vs,{...y}),b&&U(`p`,{class:`muted small`,children:z.picture.large(V(v))}),U(Xs,{})]})}function oc(e,t){let n=performance.now(),r=Jo(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function sc({onClick:e,children:t}){return U(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function cc(e){let[t,n]=T(),r=O(()=>e&&uc(),[e]);return E(()=>{r&&!t&&nc(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}var lc;function uc(){if(lc===void 0){let e=document.createElement(`canvas`).getContext(`webgl2`);lc=e!==null,e?.getExtension(`WEBGL_lose_context`)?.loseContext()}return lc}function dc(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function fc(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function pc(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function mc(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=wo(e,[r,z.picture.provenance(a,o.slice(0,12),s),z.picture.exportedAt(new Date().toISOString())]);t===`svg`?Ai(ji(n,i,`svg`),`image/svg+xml`,c):Ai(ji(n,i,`png`),`image/png`,await To(c))}var hc=z.picture,gc=z.permissions,_c=z.sensitivities,vc=e=>hc.edges[e]??e;function yc(e){return e.role===`fold`?hc.fold(V(e.members.length),hc.pluralKinds[e.kind]??bi(e.kind)):e.name}function bc(e,t){return t&&(e.role===`fold`?hc.upTo(t.toLowerCase()):t)}function xc(e){let t=e.permission===null?void 0:gc[e.permission],n=e.sensitivity===null?void 0:_c[e.sensitivity],r=[bc(e,t),bc(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return hc.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=gi(e.id);return e.role===`fold`||i===``?bi(e.kind):`${bi(e.kind)} · ${i}`}function Sc(e){return[yc(e),e.role===`fold`?void 0:`${bi(e.kind)} ${gi(e.id)}`.trim(),e.role===`between`?hc.onTheWay:void 0,e.permission===null?void 0:bc(e,gc[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?hc.assumed:void 0,e.sensitivity===null?void 0:bc(e,_c[e.sensitivity]),e.exercised===null?void 0:z.uses[e.exercised],e.role===`fold`?hc.opensFold:void 0].filter(Boolean).join(`, `)}function Cc(e,t,n){return[`${yc(t)} ${vc(e.kind)} ${yc(n)}`,e.permission===null?void 0:gc[e.permission],e.exercised===null?void 0:z.uses[e.exercised],hc.claims(e.evidence.length)].filter(Boolean).join(`, `)}function wc(e){return{roleDescription:hc.roleDescription,zoom:hc.zoom,zoomIn:hc.zoomIn,zoomOut:hc.zoomOut,fit:hc.fit,hop:(t,n)=>e(t,V(n)),title:yc,subtitle:xc,describeNode:Sc,describeEdge:Cc,edge:vc,cut:hc.cut,gone:hc.gone}}var Tc=z.whatIf,Ec=[{title:Tc.dataSources,note:Tc.dataSourcesNote,show:({dataSources:e})=>V(e)},{title:Tc.score,note:Tc.scoreNote,show:({score:e})=>Ar(e)},{title:Tc.orphanedRoots,show:({orphanedRoots:e})=>V(e)},{title:Tc.orphanedPaths,note:Tc.orphanedPathsNote,show:({orphanedPaths:e})=>V(e)},{title:Tc.spend,show:({spendPerMonth:e})=>B(e),exact:({spendPerMonth:e})=>e?xr(e):void 0}];function Dc({before:e,after:t}){return U(`table`,{class:`difference`,children:[U(`caption`,{class:`visually-hidden`,children:Tc.result}),U(`thead`,{children:U(`tr`,{children:[U(`td`,{}),U(`th`,{scope:`col`,children:Tc.before}),U(`th`,{scope:`col`,children:Tc.after})]})}),U(`tbody`,{children:Ec.map(({title:n,note:r,show:i,exact:a})=>U(`tr`,{class:i(e)===i(t)?`is-same`:`is-changed`,children:[U(`th`,{scope:`row`,children:[n,r&&U(`span`,{class:`difference-note`,children:r})]}),U(`td`,{title:a?.(e),children:i(e)}),U(`td`,{title:a?.(t),children:i(t)})]},n))})]})}var J=z.orphaned,Oc=wc(z.picture.hop),kc=200;function Ac({root:e,answer:t,routes:n,total:r,more:i}){let a=Pa(n),o={from:[e.id,...e.folded],to:[...a],asOf:M.value??null},s=L(lr,a.length>0?{input:o,first:kc}:null,e=>I(e.revocation)),c=a.length===0||s.state===`answered`,l=c?Fa(s.data,e.id,e.folded):[],u=F(`try`)!==void 0&&l.length>0&&l.length<=100,d=L(vr,u?{input:{remove:[...l],...M.value?{asOf:M.value}:{}},first:1}:null,e=>I(e.whatIf)),f=()=>P({try:F(`try`)===void 0||void 0},!0);Mc(`w`,f);let p=O(()=>Ma(e.id,n),[e.id,n.length,t.data]),m=O(()=>Na(p,s.data?.collateral.nodes??[]),[p,s.data]),h=c&&n.length>0?Ia(s.data,e.id,e.folded):jc,g=e.state===`ORPHANED`?d.data?.orphanedPaths.closed:s.data?.proven?n:[],_=u&&d.data&&g?La(p,e.id,g,d.data.orphanedPaths.opened):null,v=new Map((u&&d.data?d.data.orphanedPaths.opened:[]).filter(t=>t.root===e.id).map(({target:e,permission:t})=>[e,t??null])),y=O(()=>Ra(h,_),[[...h].join(`
`),_&&[..._].join(`
`)]);return U(S,{children:[U(`div`,{class:`root-top`,children:[U(Nc,{root:e,answer:t}),U(`section`,{class:`revocation`,"aria-label":J.revocation,children:[U(K,{title:J.revocation,lead:a.length>0?[J.revocationLead,i===null?``:J.revocationOfSome].join(` `):n.length>0?J.onlyModels:J.noRoutes,answer:a.length>0?s:{...t,data:void 0,state:`idle`},exportName:`revocation`,exportTable:zc,summary:({cost:e})=>`${J.cost} ${V(e)}`,children:e=>U(Rc,{data:e})}),l.length>100?U(`p`,{class:`muted small`,children:J.tooMany(100)}):c&&U(`p`,{class:`try`,children:[U(`button`,{type:`button`,"aria-pressed":u,"aria-keyshortcuts":`w`,onClick:f,children:[u?J.tryingIt:J.tryIt,` `,U(`kbd`,{"aria-hidden":`true`,children:`w`})]}),U(`a`,{href:N(`what-if`,{remove:l}),children:J.openWhatIf})]})]}),u&&U(K,{title:z.whatIf.result,class:`tried`,answer:d,exportName:`what-if`,summary:({after:e})=>`${z.whatIf.orphanedPaths} ${V(e.orphanedPaths)}`,children:({before:e,after:t})=>U(Dc,{before:e,after:t})})]}),U(Bc,{root:e,answer:t,routes:n,total:r,more:i,graph:m,marks:y,left:v})]})}var jc=new Set;function Mc(e,t){let n=D(t);n.current=t,E(()=>{let t=t=>{let r=t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName);t.key!==e||r||t.ctrlKey||t.metaKey||t.altKey||t.defaultPrevented||(t.preventDefault(),n.current())};return document.addEventListener(`keydown`,t),()=>document.removeEventListener(`keydown`,t)},[e])}function Nc({root:e,answer:t}){let n=D(null);return E(()=>n.current?.focus({preventScroll:!0}),[e.id]),U(`section`,{class:`panel root-facts`,children:[U(`header`,{class:`root-head`,children:[U(`h2`,{tabIndex:-1,ref:n,children:[U(G,{id:e.id,name:e.name}),e.shadow&&U(`span`,{class:`tag`,children:J.shadowMark})]}),U(`nav`,{class:`actions`,"aria-label":e.name,children:[U(`a`,{href:N(`blast-radius`,{start:e.id}),children:J.blastRadius}),U(`a`,{href:N(`changes`,{of:e.id}),children:J.changes})]})]}),U(`dl`,{class:`facts root-list`,children:[U(`dt`,{children:J.why}),U(`dd`,{children:[e.reasons.length===0&&(J.state[e.state]??e.state),e.reasons.map(({code:t,since:n,evidence:r})=>U(`p`,{children:[U(`b`,{children:ka(t,e.id)}),n&&U(`span`,{class:`nowrap`,children:[` · `,H(n)]}),U(`span`,{class:`root-evidence`,children:r})]},t+r))]}),U(`dt`,{children:J.since}),U(`dd`,{children:Oa(e)?H(Oa(e)):J.sinceUnknown}),U(`dt`,{children:Oa(e)?J.spend:J.spendOfWindow}),U(`dd`,{title:e.spendSince?xr(e.spendSince):void 0,children:B(e.spendSince)}),e.folded.length>0&&U(S,{children:[U(`dt`,{children:J.folded}),U(`dd`,{class:`chips`,children:e.folded.map(e=>U(G,{id:e},e))})]}),U(`dt`,{children:J.nextOwner}),U(`dd`,{children:[e.nextOwner.length===0&&U(`span`,{class:`muted`,children:J.nobody}),e.nextOwner.map(({id:t,name:n,reason:r,evidence:i})=>U(`p`,{children:[U(G,{id:t,name:n}),` `,U(`span`,{children:J.nextOwners[r]??r}),U(`span`,{class:`root-evidence`,children:i}),r===e.nextOwner[0]?.reason&&t===e.nextOwner[0].id&&hi(e.id)!==`Identity`&&U(_o,{command:Pc(e.id,t)})]},t+r))]})]}),t.state===`loading`&&U(`p`,{class:`asking`,children:z.loading})]})}var Pc=(e,t)=>`remit decide owner ${Fc(e)} ${Fc(t)}`,Fc=e=>/^[\w@%+=:,./-]+$/.test(e)?e:`'${e.replaceAll(`'`,`'\\''`)}'`,Ic=[{key:`action`,title:J.step,cell:({action:e})=>e},{key:`system`,title:J.system,cell:({system:e})=>U(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`cost`,title:J.cost,cell:({cost:e})=>V(e),align:`end`},{key:`command`,title:J.command,wide:!0,cell:({command:e})=>e?U(_o,{command:e}):U(`span`,{class:`muted`,children:J.noCommand})}],Lc=[{key:`person`,title:J.person,cell:({id:e,name:t})=>U(G,{id:e,name:t})},{key:`loses`,title:J.loses,cell:({loses:e})=>U(`span`,{class:`chips`,children:e.map(e=>U(G,{id:e},e))})}];function Rc({data:e}){let t=e.collateral.totalCount;return e.steps.length===0?U(`p`,{class:`empty`,children:J.noCut}):U(S,{children:[U(W,{caption:J.revocation,columns:Ic,rows:e.steps,rowKey:({source:e,target:t,action:n})=>`${e} ${t} ${n}`}),U(`p`,{class:`verdict`,children:[U(`span`,{class:e.proven?`good`:`bad`,children:[U(`span`,{"aria-hidden":`true`,children:e.proven?`✓`:`✗`}),` `,e.proven?J.proven:J.notProven]}),` `,J.cost,` `,U(`b`,{children:V(e.cost)}),`. `,t===0?J.noCollateral:`${J.collateral(V(t))}.`]}),t>0&&U(W,{caption:J.loses,columns:Lc,rows:e.collateral.nodes,rowKey:({id:e})=>e,total:t})]})}function zc({steps:e}){return{columns:[`system`,`action`,`cost`,`source`,`target`,`command`],rows:e.map(({system:e,action:t,cost:n,source:r,target:i,command:a})=>[e,t,n,r,i??null,a??null])}}function Bc({root:e,answer:t,routes:n,total:r,more:i,graph:a,marks:o,left:s}){let[c,l]=T(null),u=F(`row`)??null,d=n.find(({target:e})=>e===u),f=e=>{let t=e?.includes(`	`)??!1;l(t?e:null),P({row:t?void 0:e??void 0},!0)},p=c===null?d?.witness:a.edges.find(({key:e})=>e===c)?.evidence;return U(K,{title:J.routesTitle,lead:e.state===`ORPHANED`?J.routesLead:J.answeredLead(J.state[e.state]??e.state),answer:t,exportName:`orphaned-routes`,exportTable:()=>Hc(n),summary:()=>J.paths(V(n.length)),children:t=>n.length===0?U(`p`,{class:`empty`,children:J.noRoutes}):U(S,{children:[i!==null&&U(`p`,{class:`muted small`,children:[J.someRoutes(V(n.length),V(r)),` `,U(`button`,{type:`button`,onClick:i,children:z.more})]}),U(`div`,{class:`route-sides`,children:[U(`section`,{class:`reach-picture`,"aria-label":z.reach.picture,children:U(ac,{graph:a,words:Oc,title:J.routesTitle,subject:e.id,direction:`out`,selected:c??u,onSelect:f,focused:F(`focus`)??null,onFocus:e=>P({focus:e??void 0}),provenance:t,exportName:`orphaned-routes`,marks:o})}),U(`section`,{class:`route-list`,"aria-label":z.reach.list,children:U(W,{caption:J.routesTitle,columns:Vc(s),rows:n,rowKey:({target:e})=>e,rowClass:({target:e})=>o.gone.has(e)?`is-gone`:``,selected:u??``,onOpen:({target:e})=>f(e),total:r})})]}),p!==void 0&&p.length>0&&U(`div`,{class:`reach-evidence`,children:U(vo,{edges:p,onClose:()=>f(null)},c??u??``)})]})})}var Vc=e=>[{key:`target`,title:J.target,cell:e=>U(G,{id:e.target,name:Aa(e)}),sort:e=>Aa(e).toLowerCase()},{key:`permission`,title:J.permission,cell:({target:t,permission:n})=>U(S,{children:[n?U(Ci,{permission:n}):z.unknown,e.has(t)&&U(S,{children:[` → `,U(Ci,{permission:e.get(t)})]})]})},{key:`below`,title:J.below,align:`end`,wide:!0,cell:({below:e})=>e>0?`+${V(e)}`:``,sort:({below:e})=>e},{key:`hops`,title:J.hops,align:`end`,wide:!0,cell:({hops:e})=>V(e),sort:({hops:e})=>e},{key:`used`,title:J.lastUsed,cell:({lastUsed:e})=>Mr(e),sort:({lastUsed:e})=>e}];function Hc(e){return{columns:[`root`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.map(e=>[e.root,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,za(e)])}}var Uc=z.orphaned;async function Wc(e){let t=[],n=[],r=I((await gn(ar,{input:{asOf:e??null},first:200})).orphanedPaths),i=r,a={asOf:i.snapshot.asOf};for(t.push(...r.roots.nodes);r.roots.pageInfo.hasNextPage;)r=I((await gn(ar,{input:a,first:200,after:r.roots.pageInfo.endCursor??null})).orphanedPaths),t.push(...r.roots.nodes);let o=null;do{let e=I((await gn(cr,{input:a,first:200,after:o})).orphanedPaths).paths;n.push(...e.nodes),o=e.pageInfo.hasNextPage?e.pageInfo.endCursor:null}while(o);return{provenance:i,roots:t,paths:n}}function Gc({roots:e,paths:t}){return{columns:[`root`,`name`,`state`,`shadow`,`reasons`,`since`,`spend_since`,`currency`,`next_owner`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.flatMap(e=>{let n=t.filter(t=>t.root===e.id),r=[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),Oa(e),e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null];return n.length===0?[[...r,null,null,null,null,null,null]]:n.map(e=>[...r,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,za(e)])})}}function Kc(){let[e,t]=T(!1),[n,r]=T(),[i,a]=T();E(()=>{i!==void 0&&(window.addEventListener(`afterprint`,()=>a(void 0),{once:!0}),window.print())},[i]);let o=async e=>{t(!0),r(void 0);try{let t=await Wc(M.value),n={text:cr.toString().trim(),variables:{input:{asOf:t.provenance.snapshot.asOf}}},r=e=>ji(`orphaned-paths`,t.provenance,e);e===`csv`?Ai(r(`csv`),`text/csv`,Oi(Gc(t),n,t.provenance,new Date)):e===`json`?Ai(r(`json`),`application/json`,ki({roots:t.roots,paths:t.paths},n,t.provenance,new Date)):a(t)}catch(e){r(yn(e))}finally{t(!1)}};return U(S,{children:[U(`div`,{class:`sheet-tools`,role:`group`,"aria-label":Uc.sheet,"aria-busy":e||void 0,children:[U(`span`,{class:`muted`,children:Uc.sheet}),U(s,{purpose:`csv`,label:z.parts.exportCsv}),U(s,{purpose:`json`,label:z.parts.exportJson}),U(s,{purpose:`print`,label:Uc.print})]}),n&&U(Mi,{problem:n}),i&&U(qc,{sheet:i})]});function s({purpose:t,label:n}){return U(`button`,{type:`button`,disabled:e,onClick:()=>void o(t),children:n})}}function qc({sheet:{provenance:e,roots:t,paths:n}}){let{asOf:r,digest:i}=e.snapshot;return U(`section`,{class:`sheet`,children:[U(`p`,{children:Uc.sheetLead(H(r),i.slice(0,12))}),t.map(e=>U(`article`,{children:[U(`h2`,{children:[e.name,` `,U(`small`,{children:e.id})]}),U(`p`,{children:[e.reasons.map(({code:t,evidence:n})=>`${ka(t,e.id)} (${n})`).join(`; `)||Uc.state[e.state],`. `,Uc.since,`: `,Oa(e)?Mr(Oa(e)):Uc.sinceUnknown,`. `,Uc.spend,`: `,B(e.spendSince),`. `,Uc.nextOwner,`: `,e.nextOwner[0]?.name??Uc.nobody,`.`]}),U(`ul`,{children:n.filter(t=>t.root===e.id).map(e=>U(`li`,{children:[Aa(e),` `,e.permission??``,` `,e.lastUsed?`${Uc.lastUsed}: ${e.lastUsed}`:``,U(`br`,{}),U(`small`,{children:za(e)})]},e.target))})]},e.id))]})}var Y=z.orphaned,Jc=[`all`,`shadow`,`unknown`];function Yc(){let e=F(`list`),t=Jc.find(t=>t===e)??`all`,n=F(`root`);return U(`div`,{class:`orphaned-view`,children:[U(`h1`,{children:Y.title}),U(`p`,{class:`lead`,children:Y.lead}),n?U($c,{id:n},n):U(S,{children:[U(`nav`,{class:`lists`,"aria-label":Y.lists,children:Jc.map(e=>U(`a`,{href:N(`orphaned`,{list:e===`all`?void 0:e}),"aria-current":e===t?`page`:void 0,children:Y[e]},e))}),t===`unknown`?U(Qc,{}):U(Zc,{list:t}),U(Kc,{})]})]})}var Xc=[{key:`root`,title:Y.root,cell:({id:e,name:t,shadow:n})=>U(S,{children:[U(G,{id:e,name:t,href:N(`orphaned`,{root:e})}),n&&U(`span`,{class:`tag`,children:Y.shadowMark})]}),sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Y.why,wide:!0,cell:({id:e,reasons:t,state:n})=>t.length>0?U(`span`,{title:t.map(({evidence:e})=>e).join(`
`),children:t.map(({code:t})=>ka(t,e)).join(`; `)}):U(`span`,{class:`muted`,children:Y.state[n]??n}),sort:({reasons:e})=>e[0]?.code},{key:`since`,title:Y.since,wide:!0,cell:e=>Oa(e)?U(`span`,{class:`nowrap`,children:Mr(Oa(e))}):U(`span`,{class:`muted`,children:Y.sinceUnknown}),sort:Oa},{key:`routes`,title:Y.routes,align:`end`,cell:({routes:e})=>V(e),sort:({routes:e})=>e},{key:`spend`,title:Y.spend,align:`end`,cell:({spendSince:e})=>U(`span`,{title:e?xr(e):void 0,children:B(e)}),sort:({spendSince:e})=>e?Number(e.amount):null},{key:`owner`,title:Y.nextOwner,wide:!0,cell:({nextOwner:[e]})=>e?U(G,{id:e.id,name:e.name}):U(`span`,{class:`muted`,children:Y.nobody}),sort:({nextOwner:[e]})=>e?.name.toLowerCase()}];function Zc({list:e}){let[t,n]=bn(ar,{input:{asOf:M.value??null},first:200},e=>I(e.orphanedPaths),({roots:e})=>e),r=e===`shadow`,i=r?n.rows.filter(({shadow:e})=>e):n.rows;return U(K,{title:r?Y.shadow:Y.all,answer:t,exportName:r?`shadow-accounts`:`orphaned`,exportTable:()=>tl(i),summary:({totalRoots:e,totalPaths:t})=>`${V(e)}, ${Y.paths(V(t))}`,children:({totalRoots:e,totalPaths:t,roots:a})=>U(S,{children:[U(`div`,{class:`figures`,children:[U(`span`,{class:`figure figure-strong`,children:[U(`span`,{class:`figure-count`,children:V(r?i.length:e)}),` `,U(`span`,{class:`figure-words`,children:r?Y.shadowCount:Y.principals})]}),!r&&U(`span`,{class:`figure`,children:[U(`span`,{class:`figure-count`,children:V(t)}),` `,U(`span`,{class:`figure-words`,children:Y.routes.toLowerCase()})]})]}),U(W,{caption:r?Y.shadow:Y.all,columns:Xc,rows:i,rowKey:({id:e})=>e,onOpen:({id:e})=>P({root:e}),total:r&&!n.hasMore?i.length:a.totalCount,hasMore:n.hasMore,isLoading:n.isLoading,onMore:n.more,empty:r?Y.noShadow:Y.noRoots})]})})}function Qc(){let[e,t]=bn(or,{input:{asOf:M.value??null},first:200},e=>I(e.orphanedPaths),({unknown:e})=>e);return U(K,{title:Y.unknown,answer:e,exportName:`unknown-owners`,exportTable:()=>({columns:[`id`,`why`],rows:t.rows.map(({id:e,why:t})=>[e,t])}),summary:({totalUnknown:e})=>V(e),children:({totalUnknown:e})=>U(W,{caption:Y.unknown,columns:[{key:`id`,title:Y.root,cell:({id:e})=>U(G,{id:e}),sort:({id:e})=>e},{key:`why`,title:Y.why,cell:({why:e})=>e,sort:({why:e})=>e}],rows:t.rows,rowKey:({id:e})=>e,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Y.noUnknown})})}function $c({id:e}){let[t,n]=bn(sr,{input:{of:[e],asOf:M.value??null},first:200},e=>I(e.orphanedPaths),({paths:e})=>e),r=t.data?.roots.nodes[0],i=t.data?.unknown.nodes[0];return U(S,{children:[U(`p`,{class:`back`,children:U(`a`,{href:N(`orphaned`,{list:F(`list`)}),children:[`← `,Y.back]})}),r!==void 0&&r.id!==e&&U(`p`,{class:`hangs-on`,children:[U(G,{id:e}),` `,Y.hangsOn]}),r===void 0?U(K,{title:Y.root,answer:t,children:()=>U(S,{children:[U(`p`,{children:U(G,{id:e})}),U(`p`,{class:`empty`,children:i?`${Y.state.UNKNOWN}: ${i.why}`:Y.notListed})]})}):r.state===`ORPHANED`?U(Ac,{root:r,answer:t,routes:n.rows,total:t.data?.totalPaths??0,more:n.hasMore?n.more:null}):U(el,{root:r})]})}function el({root:e}){let[t,n]=bn(dr,{input:{start:[e.id],kinds:[`DataSource`],...M.value?{asOf:M.value}:{}},first:200},e=>I(e.blastRadius),({reached:e})=>e);return U(Ac,{root:e,answer:t,routes:n.rows.map(({id:t,permission:n,hops:r,lastUsed:i,witness:a})=>({root:e.id,target:t,below:0,permission:n??null,hops:r,lastUsed:i??null,witness:a})),total:t.data?.reached.totalCount??0,more:n.hasMore?n.more:null})}function tl(e){return{columns:[`id`,`name`,`state`,`shadow`,`reasons`,`since`,`routes`,`spend_since`,`currency`,`next_owner`,`folded`],rows:e.map(e=>[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),Oa(e),e.routes,e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null,e.folded.join(` `)])}}var nl=`remit.recent`,rl=`remit.saved`,il=20,al=100,ol=[`start`,`target`,`from`,`node`,`of`];function sl(e,t){try{let n=JSON.parse(localStorage.getItem(e)??`[]`);return Array.isArray(n)?n.filter(e=>typeof e==`string`).slice(0,t):[]}catch{return[]}}var cl=gt(sl(nl,il)),ll=gt(sl(rl,al)),ul=({params:e})=>ol.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function dl(e){if(!ul(e))return;let t=$t(e);cl.value=[t,...cl.value.filter(e=>e!==t)].slice(0,il),localStorage.setItem(nl,JSON.stringify(cl.value))}function fl(){cl.value=[],localStorage.removeItem(nl)}function pl(e){let t=$t(e),n=ll.value.filter(e=>e!==t);ll.value=n.length<ll.value.length?n:[t,...n].slice(0,al),localStorage.setItem(rl,JSON.stringify(ll.value))}var ml=e=>ll.value.includes($t(e)),hl=()=>ll.value.map(Qt),gl=()=>cl.value.map(Qt);function _l(){let e=gl();return U(S,{children:[U(vl,{title:z.search.saved,locations:hl(),empty:z.search.noSaved}),U(vl,{title:z.search.recent,locations:e,empty:z.search.noRecent,...e.length?{onForget:fl}:{}})]})}function vl({title:e,locations:t,empty:n,onForget:r}){return U(`section`,{class:`panel`,"aria-label":e,children:[U(`header`,{class:`panel-head`,children:[U(`h2`,{children:e}),r&&U(`button`,{type:`button`,class:`quiet`,onClick:r,children:z.search.forget})]}),t.length===0&&U(`p`,{class:`empty`,children:n}),U(`ul`,{class:`plain-list recent`,children:t.map(e=>U(`li`,{children:[U(`span`,{children:br(e.view)}),U(`span`,{class:`question`,children:[U(G,{id:ul(e)??``,href:$t(e)}),e.params.asOf?.[0]&&U(`span`,{class:`muted small`,children:H(e.params.asOf[0])}),U(`button`,{type:`button`,class:`quiet`,"aria-pressed":ml(e),onClick:()=>pl(e),children:ml(e)?z.search.drop:z.search.keep})]})]},$t(e)))})]})}var yl=z.query,bl=/^query (\w+)/,xl=Object.values(xn).filter(e=>e instanceof R).map(e=>e.toString().trim()).filter(e=>bl.test(e)).map(e=>({name:bl.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function Sl(){return U(S,{children:[U(`h1`,{children:yl.title}),U(`p`,{class:`lead`,children:yl.lead}),U(`p`,{class:`search-form`,children:[U(`a`,{href:`graphiql`,children:yl.graphiql}),U(`a`,{href:`schema.graphql`,children:yl.schema})]}),U(_l,{}),U(`section`,{class:`panel`,"aria-label":yl.documents,children:[U(`header`,{class:`panel-head`,children:U(`h2`,{children:yl.documents})}),U(`div`,{class:`documents`,children:xl.map(({name:e,document:t})=>U(`details`,{class:`document`,children:[U(`summary`,{children:e}),U(`div`,{class:`query-box`,children:U(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))})]})]})}var Cl={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function wl(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&Cl[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var Tl=8,El=120;function Dl({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),i=D(null);E(()=>{n&&i.current?.focus()},[]);let[a,o]=T(``),[s,c]=T(``),[l,u]=T(0),[d,f]=T(!1);E(()=>{let e=setTimeout(()=>c(a.trim()),El);return()=>clearTimeout(e)},[a]);let p=L(pr,s?{input:wl(s,M.value),first:Tl}:null,e=>I(e.search)),m=s&&p.data?p.data.nodes.nodes:[];E(()=>u(0),[s]);let h=e=>{let n=m[e];n&&(t(n.id),o(``),c(``),f(!1))},g=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;u(e=>Math.max(0,Math.min(m.length-1,e+t))),f(!0)}else if(e.key===`Enter`&&s===a.trim())h(l);else return;e.preventDefault()},_=d&&s!==``;return U(`div`,{class:`search node-field`,children:[U(`input`,{ref:i,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":_,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":_&&m.length>0?`${r}-${l}`:void 0,placeholder:`${e}: ${z.field.hint.toLowerCase()}`,value:a,onInput:e=>{o(e.currentTarget.value),f(!0)},onBlur:()=>f(!1),onKeyDown:g}),U(`div`,{class:`suggestions`,hidden:!_,children:[U(`ul`,{role:`listbox`,id:r,"aria-label":z.field.suggestions,children:m.map((e,t)=>U(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===l,onMouseDown:e=>{e.preventDefault(),h(t)},children:U(G,{id:e.id,name:e.name,plain:!0})},e.id))}),p.state===`answered`&&m.length===0&&U(`p`,{class:`suggestions-foot`,children:z.field.noMatch})]})]})}var Ol=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],kl=[1,2,3,4,5,6,8,10],Al=z.reach;function jl({filters:e}){return U(`form`,{class:`filters`,"aria-label":Al.filters,onSubmit:e=>e.preventDefault(),children:[U(Pl,{label:Al.kinds,name:`kind`,value:e.kinds[0]??``,empty:Al.anyKind,options:Object.entries(z.kinds)}),U(Pl,{label:Al.minPermission,name:`minPermission`,value:e.minPermission??``,empty:Al.anyPermission,options:Object.entries(z.permissions)}),U(Pl,{label:Al.use,name:`use`,value:e.uses[0]??``,empty:Al.anyUse,options:Object.entries(z.uses)}),U(Nl,{filters:e})]})}function Ml({filters:e,children:t}){return U(`form`,{class:`filters`,"aria-label":Al.filters,onSubmit:e=>e.preventDefault(),children:[t,U(Nl,{filters:e})]})}function Nl({filters:e}){let t=Ol.map(e=>[e,bi(e)]),n=e.via&&!Ol.includes(e.via)?[[e.via,e.via]]:[];return U(S,{children:[U(Pl,{label:Al.via,name:`via`,value:e.via??``,empty:Al.anyVia,options:[...n,...t]}),U(Pl,{label:Al.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:Al.bases.EITHER??``,options:Object.entries(Al.bases).filter(([e])=>e!==`EITHER`)}),U(Pl,{label:Al.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:Al.anyHops,options:kl.map(e=>[String(e),Al.upToHops(e)])})]})}function Pl({label:e,name:t,value:n,empty:r,options:i}){return U(`label`,{class:n===``?`choice`:`choice is-set`,children:[U(`span`,{children:e}),U(`select`,{value:n,onChange:e=>P({[t]:e.currentTarget.value}),children:[U(`option`,{value:``,children:r}),i.map(([e,t])=>U(`option`,{value:e,children:t},e))]})]})}var Fl=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],Il=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Ll=[`GRANTED`,`OBSERVED`,`EITHER`],Rl=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function zl(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>Fl.includes(e)),minPermission:n(Il,t(`minPermission`)),basis:n(Ll,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>Rl.includes(e))}}function Bl(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function Vl(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function Hl(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var X=z.paths,Ul=[1,3,5,10,20,50],Wl=10,Gl=`all`,Kl=wc((e,t)=>z.picture.step(e,t));function ql(){let[e,t]=[F(`from`),F(`to`)],n=zl(j.value.params),r=Number(F(`k`)??Wl),i=Ul.includes(r)?r:Wl,a=Bl({...n,kinds:[],minPermission:null},M.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=L(ur,o,e=>I(e.accessPaths));return U(`div`,{class:`reach-view`,children:[U(`h1`,{children:X.title}),U(`p`,{class:`lead`,children:X.lead}),U(`div`,{class:`subject`,children:[U(Jl,{name:`from`,label:X.from,id:e}),U(`button`,{type:`button`,onClick:()=>P({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[U(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,X.swap]}),U(Jl,{name:`to`,label:X.to,id:t})]}),o&&U(S,{children:[U(Ml,{filters:n,children:U(Pl,{label:X.k,name:`k`,value:i===Wl?``:String(i),empty:String(Wl),options:Ul.filter(e=>e!==Wl).map(e=>[String(e),String(e)])})}),U(K,{title:X.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>Zl(e.nodes),summary:({total:e})=>X.found(V(e)),children:e=>U(Yl,{data:e,subject:JSON.stringify(o)})})]})]})}function Jl({name:e,label:t,id:n}){return U(`span`,{class:`path-end`,children:[U(`span`,{class:`path-end-label`,children:t}),n&&U(G,{id:n}),U(Dl,{label:t,onChoose:t=>P({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function Yl({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>ga(e.from,e.to,n),[e]),c=F(`path`)??`0`,l=c===Gl?Gl:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return U(`p`,{class:`empty`,children:X.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return U(S,{children:[U(`p`,{class:`path-count`,children:[U(`b`,{children:X.found(V(e.total))}),` `,U(`a`,{href:N(`changes`,{of:e.from}),children:X.changes})]}),U(`div`,{class:`path-sides`,children:[U(`section`,{class:`reach-picture`,"aria-label":z.reach.picture,children:U(ac,{graph:s,words:Kl,title:X.title,subject:t,direction:`out`,selected:r??F(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),P({row:t?void 0:e??void 0},!0)},focused:l===Gl?null:l,onFocus:e=>e===null&&P({path:Gl}),provenance:e,exportName:`paths`})}),U(`ol`,{class:`paths`,"aria-label":z.reach.list,children:n.map((e,t)=>U(Xl,{path:e,isShown:String(t)===l,onShow:()=>P({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&U(`div`,{class:`reach-evidence`,children:U(vo,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function Xl({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=Hl(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return U(`li`,{class:t?`path is-shown`:`path`,children:[U(`p`,{class:`path-head`,children:[U(`b`,{children:X.hops(e.hops)}),` `,U(Ci,{permission:e.permission}),e.permission&&!e.permissionKnown&&U(`sup`,{title:z.reach.permissionAssumed,children:`?`}),U(`span`,{class:`muted small`,title:o?`${X.latestEdge}: ${o.edge.sourceName} ${vc(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?X.heldSince(H(o.at)):X.heldSinceUnknown})]}),U(`p`,{class:`path-sentence`,children:e.sentence}),U(`p`,{class:`path-tools`,children:[U(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:X.focusPath}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?X.copied:X.copy}),U(`button`,{type:`button`,class:`quiet`,onClick:r,children:X.evidence})]})]})}function Zl(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,Hl(e.edges)?.at??null])}}var Z=z.reach;function Ql(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??nu,a=O(()=>Vl(i,e.filters.uses),[i,e.filters.uses.join()]),o=ru(a),s=e.earlier?.rows??null,c=O(()=>s===null?null:$l(Vl(s,e.filters.uses),a),[s,a]),l=a.some(({sensitivity:e})=>e)?cu:lu,[u,d]=T(null),f=r.data===void 0?[]:e.ends(r.data),p=JSON.stringify([n,f,e.filters]),m=O(()=>ma(f,a,n),[a,p]),h=F(`row`)??null,g=F(`focus`)??null,_=e=>{let t=e?.includes(`	`)??!1;d(t?e:null),P({row:t?void 0:e??void 0},!0)},v=ou(m,a,h,u);return U(S,{children:[U(K,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>uu(a),summary:({total:e})=>Z.summary(V(e)),candidateHref:t=>N(e.exportName,{[e.endParam]:t}),children:r=>U(S,{children:[U(du,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&U(`p`,{class:`muted small`,children:Z.usedAmong(V(a.length),V(i.length))}),e.earlier?.answer.state===`failed`&&U(Mi,{problem:e.earlier.answer.problem}),e.earlier?.answer.state===`loading`&&U(`p`,{class:`asking`,"aria-busy":`true`,children:z.loading}),c&&U(`p`,{class:`small compared`,children:[U(`b`,{class:`side-opened`,children:[`+`,z.compare.opened(V(c.opened.size))]}),` `,U(`b`,{class:`side-closed`,children:[`−`,z.compare.closed(V(c.closed.length))]}),(t.more!==null||e.earlier?.more)&&U(S,{children:[` `,z.compare.amongFirst]})]}),t.more!==null&&U(`p`,{class:`muted small`,children:[Z.some(V(i.length),V(r.total)),` `,U(`button`,{type:`button`,onClick:t.more,children:z.more})]}),t.rows===null?U(`p`,{class:`asking`,"aria-busy":`true`,children:z.loading}):U(`div`,{class:`reach-sides`,children:[U(`section`,{class:`reach-picture`,"aria-label":Z.picture,children:U(ac,{graph:m,words:n===`out`?iu:au(m),title:e.title,subject:p,direction:n,selected:u??h,onSelect:_,focused:g,onFocus:e=>P({focus:e??void 0}),provenance:r,exportName:e.exportName})}),U(`section`,{class:`reach-list`,"aria-label":Z.list,"aria-busy":o.length<a.length,children:[U(W,{caption:e.title,columns:c?[eu(c.opened),...l]:l,rows:o,rowKey:({id:e})=>e,selected:h??``,onOpen:({id:e})=>_(e),total:a.length,empty:Z.nothingFits}),c&&c.closed.length>0&&U(S,{children:[U(`h3`,{class:`closed-title`,children:z.compare.closedTitle}),U(W,{caption:z.compare.closedTitle,columns:cu,rows:c.closed,rowKey:({id:e})=>e})]})]})]})]})}),v.length>0&&U(`div`,{class:`reach-evidence`,children:[U(vo,{edges:v,onClose:()=>_(null)},u??h??``),h!==null&&f[0]!==void 0&&U(`p`,{class:`reach-next`,children:U(`a`,{href:e.pathsHref(f[0],h),children:Z.whatIfGone})})]})]})}function $l(e,t){let n=new Set(e.map(({id:e})=>e)),r=new Set(t.map(({id:e})=>e));return{opened:new Set([...r].filter(e=>!n.has(e))),closed:e.filter(({id:e})=>!r.has(e))}}var eu=e=>({key:`opened`,title:z.changes.change,cell:({id:t})=>e.has(t)&&U(`b`,{class:`side side-opened`,children:[U(`span`,{"aria-hidden":`true`,children:`+`}),` `,z.compare.openedMark]}),sort:({id:t})=>Number(!e.has(t))}),tu=50,nu=[];function ru(e){let[t,n]=T(nu);return E(()=>{if(e.length<=tu)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,tu),[t,e])}var iu=wc(z.picture.hop);function au(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return wc((e,n)=>z.picture.hopTo(t-e,n))}function ou(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(su)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...su(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(su)).slice(0,50)}var su=e=>e,cu=[{key:`name`,title:Z.name,cell:({id:e,name:t})=>U(G,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Z.permission,cell:({permission:e,permissionKnown:t})=>U(`span`,{title:e&&!t?Z.permissionAssumed:void 0,children:[U(Ci,{permission:e}),e&&!t&&U(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Z.sensitivity,cell:({sensitivity:e})=>U(wi,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Z.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Z.used,cell:({exercised:e})=>e===`UNKNOWN`?U(`span`,{class:`muted`,children:Z.useUnknown}):z.uses[e],sort:({exercised:e})=>z.uses[e]},{key:`lastUsed`,title:Z.lastUsed,cell:({lastUsed:e})=>Mr(e),sort:({lastUsed:e})=>e,wide:!0}],lu=cu.filter(({key:e})=>e!==`sensitivity`);function uu(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function du({totals:e,facts:t,direction:n}){return U(`dl`,{class:`totals`,children:[U(hu,{title:n===`out`?Z.reached:Z.reachedBy,children:U(`b`,{class:`total-number`,children:V(e.total)})}),t,U(hu,{title:Z.byKind,children:e.byKind.map(({key:e,value:t})=>U(`a`,{class:`count`,href:N(n===`out`?`blast-radius`:`exposure`,pu(e)),children:[V(t),` `,fu(e,t)]},e))}),e.bySensitivity.length>0&&U(hu,{title:Z.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>U(`span`,{class:`count`,children:[V(t),` `,U(wi,{sensitivity:e})]},e))}),e.byPermission.length>0&&U(hu,{title:Z.byPermission,children:e.byPermission.map(({key:e,value:t})=>U(`span`,{class:`count`,children:[V(t),` `,U(Ci,{permission:e})]},e))})]})}function fu(e,t){if(t!==1)return z.picture.pluralKinds[e]??bi(e);let n=bi(e);return/^[A-Z]{2}/.test(n)?n:n.toLowerCase()}function pu(e){return{start:mu(`start`),target:mu(`target`),kind:e}}var mu=e=>F(e);function hu({title:e,children:t}){return U(`div`,{class:`total`,children:[U(`dt`,{children:e}),U(`dd`,{children:t})]})}var gu=2e3;function _u(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:gu}),s=a.of===i?a.rows:gu,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return vu(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||mn(e)||l({of:i,answer:{state:`failed`,question:r,problem:yn(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+gu}):null}}async function vu(e,t,n,r,i,a){let o=n(await gn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await gn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var yu=z.reach;function bu(){let e=on(`start`),t=zl(j.value.params),n=n=>e.length>0?{input:{start:[...e],...Bl(t,n)},first:200}:null,r=_u(dr,n(M.value),e=>I(e.blastRadius)),i=en.value!==void 0,a=_u(dr,i?n(en.value):null,e=>I(e.blastRadius));return U(`div`,{class:`reach-view`,children:[U(`h1`,{children:yu.blastRadius}),U(`p`,{class:`lead`,children:e.length>0?yu.blastRadiusLead:yu.chooseStart}),U(`div`,{class:`subject`,children:[e.map(t=>U(`span`,{class:`subject-node`,children:[U(G,{id:t}),U(`button`,{type:`button`,class:`quiet`,"aria-label":yu.remove(t),onClick:()=>P({start:e.filter(e=>e!==t)}),children:`×`})]},t)),U(Dl,{label:e.length>0?yu.addStart:yu.start,onChoose:t=>P({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&U(S,{children:[U(jl,{filters:t}),U(Ql,{title:yu.blastRadius,direction:`out`,ends:e=>e.start,reach:r,earlier:i?a:null,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>N(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>U(S,{children:[U(hu,{title:yu.score,children:Ar(e)}),U(hu,{title:yu.share,children:kr(t)}),U(hu,{title:yu.spend,children:U(`span`,{title:n?xr(n):void 0,children:B(n)})})]})})]})]})}var xu=z.reach;function Su(){let e=F(`target`),t=zl(j.value.params),n=n=>e?{input:{target:e,...Bl(t,n)},first:200}:null,r=_u(fr,n(M.value),e=>I(e.exposure)),i=en.value!==void 0,a=_u(fr,i?n(en.value):null,e=>I(e.exposure));return U(`div`,{class:`reach-view`,children:[U(`h1`,{children:xu.exposure}),U(`p`,{class:`lead`,children:e?xu.exposureLead:xu.chooseTarget}),U(`div`,{class:`subject`,children:[e&&U(G,{id:e}),U(Dl,{label:xu.target,onChoose:e=>P({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&U(S,{children:[U(jl,{filters:t}),U(Ql,{title:xu.exposure,direction:`in`,ends:e=>[e.target],reach:r,earlier:i?a:null,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>N(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var Cu=[{key:`name`,title:z.search.name,cell:({id:e,name:t})=>U(G,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:z.search.kind,cell:({kind:e})=>bi(e),sort:({kind:e})=>bi(e)},{key:`source`,title:z.search.source,cell:({id:e})=>gi(e),sort:({id:e})=>gi(e),wide:!0},{key:`id`,title:z.search.id,cell:({id:e})=>U(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:z.search.actions,cell:({id:e})=>U(`span`,{class:`actions`,children:[U(`a`,{href:N(`blast-radius`,{start:e}),children:z.search.blastRadius}),U(`a`,{href:N(`exposure`,{target:e}),children:z.search.exposure})]})}];function wu(){let e=F(`text`)??``,t=on(`kind`),n=e?{input:wl(e,M.value,t),first:100}:null,[r,i]=bn(pr,n,e=>I(e.search),({nodes:e})=>e);return U(S,{children:[U(`h1`,{children:z.search.title}),U(`p`,{class:`lead`,children:z.search.lead}),U(`div`,{class:`search-form`,children:[U(`input`,{type:`text`,"aria-label":z.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>P({text:e.currentTarget.value},!0)}),U(`select`,{"aria-label":z.search.kind,value:t[0]??``,onChange:e=>P({kind:e.currentTarget.value}),children:[U(`option`,{value:``,children:z.search.allKinds}),Object.entries(z.kinds).map(([e,t])=>U(`option`,{value:e,children:t},e))]})]}),n?U(K,{title:z.search.matches(r.data?V(r.data.total):z.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>z.search.matches(V(e)),children:({total:e})=>U(W,{caption:z.search.title,columns:Cu,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=Ti(e);an(t,{[n]:e})}})}):U(_l,{})]})}function Tu({onDecide:e,children:t}){let[n,r]=T({isBusy:!1,problem:null}),i=async()=>{r({isBusy:!0,problem:null}),r({isBusy:!1,problem:await e()})};return U(S,{children:[U(`button`,{type:`button`,class:`decide`,disabled:n.isBusy,"aria-busy":n.isBusy,onClick:()=>void i(),children:t}),n.problem&&U(Mi,{problem:n.problem})]})}var Q=z.sources;function Eu({reasons:e}){return U(S,{children:e.map(({code:e,detail:t})=>U(`p`,{class:`small`,children:[U(`code`,{children:e}),` `,t]},e+t))})}var Du=({state:e})=>U(`span`,{class:e===`COMPLETE`?`muted nowrap`:`tag tag-warn`,children:z.states[e]??e});function Ou({scopes:e}){return U(`details`,{children:[U(`summary`,{class:`nowrap`,children:Q.scopes(V(e.length))}),U(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>U(`li`,{children:[U(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var ku=[{key:`source`,title:Q.source,cell:({source:e})=>U(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>U(Du,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>U(`span`,{class:`nowrap`,children:H(e)}),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>U(S,{children:[Nr(e.ageS),` `,Qi(e)&&U(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?U(`span`,{class:`muted`,children:Q.notPromised}):Nr(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>U(Ou,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>U(Eu,{reasons:e}),wide:!0}],Au=e=>e.map(({key:e,value:t})=>`${e} ${V(t)}`).join(`, `)||z.unknown,ju=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>U(`span`,{class:`nowrap`,children:H(e)}),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>U(Du,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>U(`span`,{class:`small`,children:Au(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>U(`span`,{class:`small`,children:Au(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>U(`span`,{class:`small`,children:Au(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>U(Eu,{reasons:e}),wide:!0}],Mu=(e,t)=>t.some(({reasons:e})=>e.length>0)?e:e.filter(({key:e})=>e!==`why`);function Nu({sources:e,runs:t}){return e.filter(({state:e})=>e===`HELD`).map(({source:e})=>e).flatMap(e=>t.find(t=>t.source===e&&t.state===`HELD`)??[])}var Pu=[{key:`source`,title:Q.source,cell:({source:e})=>U(`strong`,{children:e})},{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>U(`span`,{class:`nowrap`,children:H(e)}),wide:!0},{key:`held`,title:Q.wouldEnd,cell:({counts:e})=>Au(e.held)},{key:`accept`,title:Q.accept,cell:({source:e})=>Ri()?U(Tu,{onDecide:()=>qi(e),children:Q.accept}):U(`code`,{children:Q.waitingCommand(e)})}];function Fu(){let e=L(mr,{},({status:e})=>e),t=e.data?Nu(e.data):[],n=F(`source`);return U(S,{children:[U(`h1`,{children:Q.title}),U(`p`,{class:`lead`,children:Q.lead}),t.length>0&&U(K,{title:Q.waiting,lead:Q.waitingLead,answer:e,children:()=>U(W,{caption:Q.waiting,columns:Pu,rows:t,rowKey:({run:e,source:t})=>`${e} ${t}`})}),U(K,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>U(W,{caption:Q.title,columns:Mu(ku,e),rows:e,rowKey:({source:e})=>e,selected:n})}),U(K,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>U(W,{caption:Q.runs,columns:Mu(ju,e),rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var Iu=z.unresolved;function Lu({kind:e,id:t,name:n,candidates:r}){switch(e){case`identity_conflict`:return r.flatMap(e=>[{kind:`link`,ids:[t,e]},{kind:`unlink`,ids:[t,e]}]);case`account_without_person`:case`shared_mailbox`:return r.map(e=>({kind:`link`,ids:[e,t]}));case`login`:return r.map(e=>({kind:`alias`,ids:[Ru(e,n),Ru(t,n)].reverse()}));default:return[]}}var Ru=(e,t)=>e.slice(e.indexOf(`:`)+1).slice(0,-t.length-1);function zu(e){return e===`account_without_person`||e===`shared_mailbox`?[`link`,`owner`]:e===`credential_without_holder`?[`owner`]:[]}var Bu=(e,t,n)=>t===`link`?{kind:t,ids:[n,e.id]}:{kind:t,ids:[e.id,n]};function Vu({decision:e}){let{kind:t,ids:n}=e,r=t===`alias`?n[1]:t===`link`&&n[1].startsWith(`Account:`)?n[0]:n[1],i=di(r);return U(Tu,{onDecide:()=>Gi(e),children:Iu.decisions[t](t===`alias`?r:i)})}function Hu({row:e}){let[t,n]=T(null),[r,i]=T(null);return U(`div`,{class:`settle`,children:[Lu(e).map(e=>U(Vu,{decision:e},e.kind+e.ids.join())),t===null&&zu(e.kind).map(e=>U(`button`,{type:`button`,class:`quiet`,onClick:()=>n(e),children:Iu.naming[e]},e)),t!==null&&U(S,{children:[U(Dl,{label:Iu.person,onChoose:i,autoFocus:!0}),r!==null&&U(S,{children:[U(G,{id:r}),U(Tu,{onDecide:()=>Gi(Bu(e,t,r)),children:Iu.naming[t]})]}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>(n(null),i(null)),children:Iu.cancel})]})]})}function Uu(){let{value:e}=zi;return e===null?null:U(`div`,{class:`decided`,role:`status`,children:[U(`p`,{children:[U(`strong`,{children:Iu.decided}),` `,U(`code`,{children:e.kind}),` `,e.ids.map(e=>U(G,{id:e},e))]}),e.note&&U(`p`,{class:`small`,children:e.note}),U(Tu,{onDecide:()=>Ki(e.decision),children:Iu.undo})]})}var Wu=z.unresolved;function Gu({command:e}){let[t,n]=T(!1);if(!e)return U(`span`,{class:`muted`,children:z.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return U(`span`,{class:`command`,children:[U(`code`,{children:e}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?Wu.copied:Wu.copy})]})}var Ku=[{key:`kind`,title:Wu.kind,cell:({kind:e})=>Wu.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:Wu.subject,cell:({id:e,name:t})=>e.includes(`/`)?U(G,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Wu.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:Wu.candidates,wide:!0,cell:({candidates:e})=>U(S,{children:e.map(e=>U(`p`,{children:U(G,{id:e})},e))})}],qu={key:`command`,title:Wu.command,cell:({command:e})=>U(Gu,{command:e}),wide:!0},Ju={key:`settle`,title:Wu.settle,cell:e=>U(Hu,{row:e})};function Yu(e){return[...e.some(({candidates:e})=>e.length>0)?Ku:Ku.filter(({key:e})=>e!==`candidates`),Ri()?Ju:{...qu,wide:!1}]}function Xu(){return U(S,{children:[U(`h1`,{children:Wu.title}),U(`p`,{class:`lead`,children:Ri()?Wu.leadDecide:Wu.lead}),U(Uu,{}),U(Zu,{})]})}function Zu(){let[e,t]=bn(_r,{input:{asOf:M.value??null},first:100},e=>I(e.unresolved),({rows:e})=>e);return U(K,{title:e.data?`${Wu.title}: ${V(e.data.total)}`:Wu.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>V(e),children:({total:e})=>U(W,{caption:Wu.title,columns:Yu(t.rows),rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Wu.none})})}var Qu=z.whatIf,$u=Object.keys(z.picture.edges).filter(e=>![`USED`,`SAME_AS`,`LOSES`].includes(e));function ed({onPut:e}){let[t,n]=T(`remove`),[r,i]=T(!1),[a,o]=T({}),[s,c]=T(`CAN_ACCESS`),[l,u]=T(``),d=t===`add`||t===`remove`&&r,f=n=>e(t,n),p=()=>{let{source:n,target:r}=a;if(!n||!r)return;let i={source:n,kind:s,target:r};e(t,t===`add`?wa(i,l):Ca(i)),o({})};return U(`form`,{class:`edit-form`,"aria-label":Qu.edit,onSubmit:e=>e.preventDefault(),children:[U(nd,{label:Qu.edit,value:t,onChange:e=>n(e),options:ya.map(e=>[e,Qu.editKinds[e]??e])}),t===`remove`&&U(nd,{label:Qu.what,value:r?`edge`:`node`,onChange:e=>i(e===`edge`),options:[[`node`,Qu.node],[`edge`,Qu.edge]]}),d?U(S,{children:[U(td,{label:Qu.from,id:a.source,onChoose:e=>o({...a,source:e})}),U(nd,{label:Qu.kind,value:s,onChange:c,options:$u.map(e=>[e,vc(e)])}),U(td,{label:Qu.to,id:a.target,onChoose:e=>o({...a,target:e})}),t===`add`&&U(nd,{label:Qu.permission,value:l,onChange:u,options:[[``,Qu.noPermission],...Object.entries(z.permissions)]}),U(`button`,{type:`button`,class:`primary`,disabled:!a.source||!a.target,onClick:p,children:Qu.put})]}):U(Dl,{label:Qu.editKinds[t]??t,onChoose:f}),U(`p`,{class:`muted small edit-help`,children:Qu.editHelp[t]})]})}function td({label:e,id:t,onChoose:n}){return U(`span`,{class:`edit-end`,children:[t&&U(G,{id:t}),U(Dl,{label:e,onChoose:n})]})}function nd({label:e,value:t,onChange:n,options:r}){return U(`label`,{class:`choice`,children:[U(`span`,{children:e}),U(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:r.map(([e,t])=>U(`option`,{value:e,children:t},e))})]})}var $=z.whatIf;function rd(){let e=ba(j.value.params),t=xa(e),n=L(vr,t?{input:Sa(e,M.value),first:200}:null,e=>I(e.whatIf)),r=ya.reduce((t,n)=>t+e[n].length,0)>1,i=(t,n)=>P({[t]:e[t].filter(e=>e!==n)});return U(`div`,{class:`what-if-view`,children:[U(`h1`,{children:$.title}),U(`p`,{class:`lead`,children:$.lead}),U(`section`,{class:`panel edits`,"aria-label":$.edits,children:[t?U(S,{children:[U(`ul`,{class:`edit-list`,children:ya.flatMap(t=>e[t].map(e=>U(cd,{kind:t,edit:e,onLeave:()=>i(t,e)},`${t} ${e}`)))}),r&&U(`button`,{type:`button`,class:`quiet`,onClick:()=>P({remove:[],offboard:[],block:[],add:[]}),children:$.clear})]}):U(`p`,{class:`muted`,children:$.nothing}),U(ed,{onPut:(t,n)=>P({[t]:[...e[t].filter(e=>e!==n),n]})})]}),!t&&U(ad,{}),t&&U(K,{title:$.result,answer:n,exportName:`what-if`,exportTable:yd,summary:({totalLost:e,totalGained:t})=>$.summary(V(e),V(t)),children:e=>U(ld,{data:e})})]})}var id=8;function ad(){let e=L(ar,{input:{asOf:M.value??null},first:id},e=>I(e.orphanedPaths));return U(K,{title:$.begin,lead:$.beginLead,answer:e,children:({roots:e})=>U(W,{caption:$.begin,rows:e.nodes,rowKey:({id:e})=>e,total:e.totalCount,empty:z.orphaned.noRoots,columns:[{key:`root`,title:z.orphaned.root,cell:({id:e,name:t})=>U(G,{id:e,name:t,href:N(`what-if`,sd(e))})},{key:`why`,title:z.orphaned.why,wide:!0,cell:({reasons:e})=>e.map(({code:e})=>z.reasons[e]??e).join(`; `)},{key:`routes`,title:z.orphaned.routes,align:`end`,cell:({routes:e})=>V(e),sort:({routes:e})=>e},{key:`try`,title:$.try,cell:({id:e,name:t})=>U(`a`,{class:`nowrap`,href:N(`what-if`,sd(e)),"aria-label":`${$.editKinds[od(e)]}: ${t}`,children:$.editKinds[od(e)]})}]})})}var od=e=>hi(e)===`Identity`?`offboard`:`remove`,sd=e=>({[od(e)]:[e]});function cd({kind:e,edit:t,onLeave:n}){let{source:r,kind:i,target:a,permission:o}=Ea(t,e);return U(`li`,{class:`edit`,children:[U(`span`,{class:`tag edit-kind edit-${e}`,children:$.editKinds[e]}),U(G,{id:r}),i&&U(`span`,{class:`muted`,children:vc(i)}),a&&U(G,{id:a}),o&&U(`span`,{children:z.permissions[o]}),U(`button`,{type:`button`,class:`quiet`,"aria-label":$.leaveOut(t),onClick:n,children:`×`})]})}function ld({data:e}){let t=[...e.orphanedPaths.closed.map(e=>({...e,isOpened:!1})),...e.orphanedPaths.opened.map(e=>({...e,isOpened:!0}))],{used:n,indirect:r,unused:i,unknown:a}=e.lostByUse;return U(S,{children:[U(`div`,{class:`what-if-top`,children:[U(`div`,{children:[U(Dc,{before:e.before,after:e.after}),e.spendStopsPerMonth&&U(`p`,{class:`muted small`,title:xr(e.spendStopsPerMonth),children:$.spendStops(B(e.spendStopsPerMonth))})]}),U(ud,{title:$.order,lead:$.orderLead,children:U(W,{caption:$.order,columns:pd,rows:e.order,rowKey:fd})})]}),U(ud,{title:`${$.lost}: ${V(e.totalLost)}`,lead:e.totalLost>0?$.lostSummary(V(n),V(r),V(i),V(a)):void 0,children:U(W,{caption:$.lost,columns:hd,rows:e.lost.nodes,rowKey:dd,total:e.totalLost,empty:$.noLost})}),e.totalGained>0&&U(ud,{title:`${$.gained}: ${V(e.totalGained)}`,children:U(W,{caption:$.gained,columns:gd,rows:e.gained.nodes,rowKey:dd,total:e.totalGained})}),U(`div`,{class:`what-if-sides`,children:[U(ud,{title:`${$.principals}: ${V(e.principals.totalCount)}`,children:U(W,{caption:$.principals,columns:_d,rows:e.principals.nodes,rowKey:({id:e})=>e,total:e.principals.totalCount,empty:$.noPrincipals})}),U(ud,{title:`${$.closed}: ${V(e.orphanedPaths.closed.length)} · ${$.opened}: ${V(e.orphanedPaths.opened.length)}`,children:U(W,{caption:$.closed,columns:vd,rows:t,rowKey:({root:e,target:t,isOpened:n})=>`${e} ${t} ${n}`,empty:$.noPaths})})]})]})}function ud({title:e,lead:t,children:n}){return U(`section`,{class:`part`,"aria-label":e,children:[U(`h3`,{children:e}),t&&U(`p`,{class:`panel-lead`,children:t}),n]})}var dd=({id:e,target:t})=>`${e} ${t}`,fd=({source:e,target:t,action:n})=>`${e} ${t} ${n}`,pd=[{key:`action`,title:z.orphaned.step,cell:({action:e})=>e},{key:`system`,title:z.orphaned.system,cell:({system:e})=>U(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`used`,title:$.usedBy,cell:({usedBy:e})=>V(e),align:`end`},{key:`command`,title:z.orphaned.command,wide:!0,cell:({command:e})=>e?U(_o,{command:e}):U(`span`,{class:`muted`,children:z.orphaned.noCommand})}],md=[`YES`,`INDIRECT`,`UNKNOWN`,`NO`],hd=[{key:`who`,title:$.who,cell:({id:e})=>U(G,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,cell:({permission:e})=>e?U(Ci,{permission:e}):z.unknown,wide:!0},{key:`left`,title:$.left,cell:({left:e})=>e?U(Ci,{permission:e}):U(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`use`,title:$.use,cell:({used:e})=>U(`span`,{class:e===`YES`?`tag tag-warn`:`muted nowrap`,children:z.uses[e]}),sort:({used:e})=>md.indexOf(e)}],gd=[{key:`who`,title:$.who,cell:({id:e})=>U(G,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`had`,title:$.had,cell:({had:e})=>e?U(Ci,{permission:e}):U(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`permission`,title:$.permission,cell:({permission:e})=>e?U(Ci,{permission:e}):z.unknown}],_d=[{key:`who`,title:$.who,cell:({id:e,name:t})=>U(G,{id:e,name:t})},{key:`data`,title:z.home.dataSources,align:`end`,cell:e=>`${V(e.dataSourcesBefore)} → ${V(e.dataSourcesAfter)}`,sort:e=>e.dataSourcesAfter-e.dataSourcesBefore},{key:`score`,title:$.score,align:`end`,cell:e=>`${Ar(e.scoreBefore)} → ${Ar(e.scoreAfter)}`,sort:e=>e.scoreAfter-e.scoreBefore}],vd=[{key:`change`,title:$.change,cell:({isOpened:e})=>U(`span`,{class:`side side-${e?`closed`:`opened`}`,children:e?z.changes.opened:z.changes.closed}),sort:({isOpened:e})=>Number(e)},{key:`root`,title:z.orphaned.root,cell:({root:e})=>U(G,{id:e,href:N(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:z.orphaned.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,wide:!0,cell:({permission:e})=>e?U(Ci,{permission:e}):z.unknown}];function yd({lost:e,gained:t}){return{columns:[`change`,`id`,`target`,`permission_before`,`permission_after`,`used`],rows:[...e.nodes.map(e=>[`lost`,e.id,e.target,e.permission??null,e.left??null,e.used]),...t.nodes.map(e=>[`gained`,e.id,e.target,e.had??null,e.permission??null,e.used])]}}var bd=[`ask`],xd=go(()=>nc(()=>import(`./Cost.js`).then(e=>e.Cost),[],import.meta.url)),Sd=[{name:`home`,component:Ua,key:`h`,rights:bd,isListed:!0},{name:`orphaned`,component:Yc,key:`o`,rights:bd,isListed:!0},{name:`what-if`,component:rd,key:`w`,rights:bd,isListed:!0},{name:`blast-radius`,component:bu,key:`b`,rights:bd,isListed:!0},{name:`exposure`,component:Su,key:`e`,rights:bd,isListed:!0},{name:`paths`,component:ql,key:`p`,rights:bd,isListed:!0},{name:`search`,component:wu,key:`/`,rights:bd,isListed:!1},{name:`cost`,component:xd,key:`c`,rights:bd,isListed:!0},{name:`changes`,component:mo,key:`d`,rights:bd,isListed:!0},{name:`unresolved`,component:Xu,key:`l`,rights:bd,isListed:!0},{name:`sources`,component:Fu,key:`s`,rights:bd,isListed:!0},{name:`query`,component:Sl,key:`q`,rights:bd,isListed:!0}],Cd=`remit.theme`,wd=[`auto`,`light`,`dark`],Td=localStorage.getItem(Cd),Ed=gt(wd.find(e=>e===Td)??`auto`);function Dd(){document.documentElement.dataset.theme=Ed.value}function Od(){Ed.value=wd[(wd.indexOf(Ed.value)+1)%wd.length],localStorage.setItem(Cd,Ed.value),Dd()}var kd=1500,Ad=`search-box`,jd=gt(!1),Md=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Nd(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}function Pd(e){let t=[...document.querySelectorAll(`main tbody tr[tabindex='0']`)],n=document.activeElement?.closest(`table`)??null,r=t.findIndex(e=>e.closest(`table`)===n);t[r<0?e===1?0:t.length-1:r+e]?.focus()}var Fd=-1/0;function Id(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){jd.value=!1,Md(e.target)&&e.target.blur();return}if(Md(e.target))return;let t=performance.now()-Fd<kd;if(Fd=-1/0,t){let t=Sd.find(({key:t,rights:n})=>t===e.key&&Ht(...n));t&&(e.preventDefault(),an(t.name));return}let n={"/":()=>document.getElementById(Ad)?.focus(),g:()=>{Fd=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:Od,"<":()=>Jr(-1),">":()=>Jr(1),c:Qr,"?":()=>{jd.value=!jd.value},"]":()=>Pd(1),"[":()=>Pd(-1),j:Nd,k:Nd}[e.key];n&&(e.preventDefault(),n())}var Ld=()=>document.addEventListener(`keydown`,Id),Rd=8,zd=120;function Bd(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),zd);return()=>clearTimeout(t)},[e]);let l=L(pr,n?{input:wl(n,M.value),first:Rd}:null,e=>I(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&Fi(z.search.matches(V(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=Ti(n.id);an(e,{[t]:n.id})}else an(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${Ad}-list`;return U(`search`,{class:`search`,children:[U(`input`,{ref:c,id:Ad,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":z.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:z.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),U(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),U(`div`,{class:`suggestions`,hidden:!f,children:[U(`ul`,{role:`listbox`,id:g,"aria-label":z.shell.suggestions,children:u.map((e,t)=>U(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:U(G,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&U(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&U(`p`,{class:`suggestions-foot`,children:z.shell.noMatch}),d>u.length&&u.length>0&&U(`p`,{class:`suggestions-foot`,children:U(`a`,{href:N(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:z.shell.allMatches(V(d))})})]})]})}var Vd={auto:`◐`,light:`○`,dark:`●`};function Hd(){return U(`header`,{class:`top`,children:[U(`a`,{class:`product`,href:N(`home`),children:[U(Ud,{}),z.product]}),U(Bd,{}),U(`div`,{class:`top-tools`,children:[U(`button`,{type:`button`,class:`quiet icon`,onClick:Od,title:z.shell.theme[Ed.value],"aria-label":z.shell.theme[Ed.value],children:U(`span`,{"aria-hidden":`true`,children:Vd[Ed.value]})}),U(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":jd.value,title:z.shell.help,"aria-label":z.shell.help,onClick:()=>jd.value=!jd.value,children:U(`span`,{"aria-hidden":`true`,children:`?`})}),Vt.value?.session&&U(`span`,{class:`session`,id:`session`,children:[U(`span`,{id:`who`,children:z.shell.signedInAs(Vt.value.name)}),U(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Wt(),children:z.shell.signOut})]})]})]})}function Ud(){return U(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[U(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),U(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),U(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),U(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),U(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function Wd(){return U(`nav`,{class:`views`,"aria-label":z.shell.navigation,children:U(`ul`,{children:Sd.filter(({isListed:e,rights:t})=>e&&Ht(...t)).map(({name:e,key:t})=>U(`li`,{children:U(`a`,{href:N(e),"aria-current":j.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:br(e)})},e))})})}var Gd=[[`/`,z.keys.search],[`j`,z.keys.next],[`k`,z.keys.previous],[`]`,z.keys.nextList],[`[`,z.keys.previousList],[`Enter`,z.keys.open],[`w`,z.keys.whatGoes],[`u`,z.keys.undo],[`U`,z.keys.redo],[`<`,z.keys.earlier],[`>`,z.keys.later],[`c`,z.keys.compare],[`t`,z.keys.theme],[`Esc`,z.keys.leave],[`?`,z.keys.help]];function Kd(){let e=D(null),t=jd.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),U(`dialog`,{ref:e,class:`help`,"aria-label":z.keys.title,onClose:()=>jd.value=!1,children:[U(`header`,{class:`panel-head`,children:[U(`h2`,{children:z.keys.title}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>jd.value=!1,children:z.shell.closeHelp})]}),U(`dl`,{class:`keys`,children:[Gd.map(([e,t])=>U(`div`,{children:[U(`dt`,{children:U(`kbd`,{children:e})}),U(`dd`,{children:t})]},e)),Sd.filter(({key:e,isListed:t,rights:n})=>e&&t&&Ht(...n)).map(({name:e,key:t})=>U(`div`,{children:[U(`dt`,{children:[U(`kbd`,{children:`g`}),` `,U(`span`,{class:`visually-hidden`,children:z.keys.then}),` `,U(`kbd`,{children:t})]}),U(`dd`,{children:br(e)})]},e))]})]})}var qd=12;function Jd(){let{value:e}=Yi;return U(`div`,{class:`strip`,id:`state`,children:[U(Yd,{}),e?.builtAt&&U(`a`,{class:$i.value.length?`strip-late`:``,href:N(`sources`),children:$i.value.length?U(S,{children:[U(`span`,{"aria-hidden":`true`,children:`▲ `}),z.shell.lateSources($i.value.length)]}):z.shell.sourcesOnTime(e.sources.length)}),U($r,{})]})}function Yd(){let{value:e}=Yi;if(Xi.value)return U(`span`,{class:`strip-late`,children:Xi.value.code===`OFFLINE`?z.shell.offline:Xi.value.message||z.shell.statusFailed});if(!e)return U(`span`,{children:z.loading});if(!e.builtAt)return U(`span`,{class:`strip-late`,children:z.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return U(S,{children:[U(`span`,{children:z.shell.generation(e.generation)}),U(`span`,{title:H(e.builtAt),children:z.shell.built(Nr(t))}),e.digest&&U(`span`,{title:e.digest,children:[z.shell.digest(``),U(`code`,{children:e.digest.slice(0,qd)})]})]})}function Xd(){let{view:e}=j.value,t=D(null),n=D(!0);return E(()=>{document.title=`${br(e)} · ${z.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>dl(j.value),[j.value]),U(S,{children:[U(`a`,{class:`skip`,href:$t(j.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:z.shell.skip}),U(Hd,{}),U(Wd,{}),U(Jd,{}),Ht(`ask`)&&U(ei,{}),U(`main`,{ref:t,tabIndex:-1,children:Vt.value&&U(Zd,{name:e},`${e} ${Zi.value}`)}),U(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:Pi.value}),U(Kd,{})]})}function Zd({name:e}){let t=Sd.find(t=>t.name===e);if(!t)return U(`section`,{class:`panel`,children:[U(`h1`,{children:z.notThere.title}),U(`p`,{children:z.notThere.lead}),U(`p`,{children:U(`a`,{href:N(`home`),children:z.notThere.home})})]});if(!Ht(...t.rights))return U(`p`,{class:`panel`,children:z.notAllowed});let n=t.component;return U(n,{})}Dd(),sn();var Qd=Kt();Qd&&!location.hash&&(location.hash=Qd),Ld(),Ut(),ta(),Ae(U(Xd,{}),document.getElementById(`explorer`));export{Un as A,D as B,Tr as C,Gn as D,Jn as E,M as F,l as G,O as H,P as I,N as L,I as M,L as N,qn as O,bn as P,j as R,Cr as S,Wn as T,S as U,T as V,o as W,V as _,Fi as a,B as b,W as c,U as d,jr as f,Pr as g,Ir as h,Ii as i,Hn as j,Kn as k,ni as l,H as m,ws as n,G as o,Fr as p,K as r,fi as s,mc as t,ri as u,wr as v,z as w,Er as x,xr as y,E as z};