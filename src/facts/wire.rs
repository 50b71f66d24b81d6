//! How each type of the facts is packed.
//!
//! *Invariant:* only the same build of the program reads what it has written: a type may change at will.

use crate::base::{Cfg, ReferenceKind};
use crate::base::{Reader, Wire, Writer};
use crate::facts::code::{
    Arguments, Arm, Associated, Binary, Binding, BlockKind, Body, BodyCode, Bound, Captured, Code,
    Expr, Field, Generics, Given, ItemCode, Literal, Local, MemberCode, Mutability, Owner,
    Parameter, Pattern, Signature, Site, Statement, Type, ValuePath,
};
use crate::facts::{
    Allowance, Anchor, Around, Certainty, CfgNode, FileFacts, Impl, Import, ImportTarget, Include,
    IncludedFile, Item, ItemKind, MacroCall, MalformedAllowance, Mark, Member, ModuleDeclaration,
    ModuleFolder, Namespace, PathUse, Position, Reading, Scope, ScopeKind, SyntaxError, Tokens,
    Visibility,
};

/// A struct: its fields, one after the other.
macro_rules! structs {
    ($($name:ident { $($field:ident),+ $(,)? })+) => { $(
        impl Wire for $name {
            fn put(&self, writer: &mut Writer) {
                $(self.$field.put(writer);)+
            }

            fn get(reader: &mut Reader<'_>) -> Option<Self> {
                Some(Self { $($field: Wire::get(reader)?),+ })
            }
        }
    )+ };
}

/// An enum: the number of the variant, and its fields.
macro_rules! enums {
    ($($name:ident {
        $($number:literal: $variant:ident $(( $($part:ident),+ ))? $({ $($field:ident),+ $(,)? })?),+ $(,)?
    })+) => { $(
        impl Wire for $name {
            fn put(&self, writer: &mut Writer) {
                match self {
                    $(Self::$variant $(( $($part),+ ))? $({ $($field),+ })? => {
                        writer.byte($number);
                        $($($part.put(writer);)+)?
                        $($($field.put(writer);)+)?
                    })+
                }
            }

            fn get(reader: &mut Reader<'_>) -> Option<Self> {
                Some(match reader.byte()? {
                    $($number => {
                        $($(let $part = Wire::get(reader)?;)+)?
                        $($(let $field = Wire::get(reader)?;)+)?
                        Self::$variant $(( $($part),+ ))? $({ $($field),+ })?
                    })+
                    _ => return None,
                })
            }
        }
    )+ };
}

structs! {
    FileFacts {
        scopes, cfgs, items, impls, imports, modules, paths, macro_calls, includes, module_folders,
        segments, allowances, malformed_allowances, macro_use, code, error,
    }
    SyntaxError { message, span }
    CfgNode { parent, cfg }
    Scope { parent, kind }
    Item {
        scope, name, kind, visibility, span, cfg, members, alias, exported, body, code, derives,
    }
    Member { name, kind, span, code }
    Impl {
        scope, self_path, generics, self_type, of_trait, is_of_trait, members, cfg, header,
        is_continued,
    }
    Import {
        scope, anchor, path, target, visibility, span, cfg, extern_crate, macro_use, via_macro,
    }
    ModuleDeclaration {
        scope, name, body, paths, visibility, span, cfg, macro_use, attribute, in_macro,
    }
    PathUse { scope, anchor, path, span, kind, namespace, cfg, certainty, via_macro }
    Around { local, types, self_anchor }
    MacroCall { position, around, scope, path, span, arguments, cfg, read }
    Mark { items, impls, imports, paths, macro_calls, bodies }
    Reading { from, to }
    Include { scope, file, span, cfg }
    ModuleFolder { scope, folder, visibility, span, cfg }
    Allowance { rule, reason, until, span, covers, modules }
    MalformedAllowance { span, what }
    BodyCode { expressions, patterns }
    Code { types, packed, locals, captured, root, bodies, names_associated }
    Local { name, maybe_constant, outer, span }
    Captured { here, level, there }
    Given { types, bindings }
    Binding { name, ty, site }
    Bound { path, arguments }
    Generics { parameters, predicates }
    Parameter { name, default }
    Signature { generics, receiver, parameters, result, is_async }
    Field { name, ty, span, is_pinned }
    Body { owner, parameters, value }
    Site { span, scope, cfg, via_macro }
    Associated { of, of_trait, name, arguments, site }
    Arm { pattern, guard, value }
}

enums! {
    ScopeKind { 0: File, 1: Module(at), 2: Block }
    Visibility { 0: Public, 1: Crate, 2: Module, 3: Parent, 4: Path(names) }
    ItemKind {
        0: Function, 1: TupleStruct, 2: RecordStruct, 3: Enum, 4: Union, 5: Trait, 6: TypeAlias,
        7: Const, 8: Static, 9: Macro, 10: ProcMacro, 11: Variant, 12: Associated,
    }
    Anchor {
        0: Lexical, 1: Global, 2: DollarCrate, 3: SelfOfImpl(at), 4: SelfOfItem(at), 5: SelfOfCall,
    }
    ImportTarget { 0: Name(name), 1: Unnamed, 2: Glob, 3: Module(name) }
    Namespace { 0: Type, 1: Value, 2: Macro, 3: Any }
    Certainty { 0: Path, 1: Maybe, 2: Tokens, 3: Silent }
    Position {
        0: Items, 1: ImplItems, 2: TraitItems, 3: ForeignItems, 4: Expression, 5: Statement,
        6: Type, 7: Pattern,
    }
    Tokens { 0: Text(span), 1: Written(text) }
    IncludedFile { 0: Beside(path), 1: BehindManifest(path) }
    ReferenceKind {
        0: Import, 1: ReExport, 2: Path, 3: Type, 4: Impl, 5: Derive, 6: Macro, 7: Method, 8: Field,
    }
    Cfg {
        0: Test, 1: Feature(name), 2: Target(name), 3: Other(name), 4: Constant(value), 5: All(parts),
        6: Any(parts), 7: Not(part),
    }
    Type {
        0: Unknown, 1: Infer, 2: Never, 3: Own, 4: Parameter(name), 5: Path { path, arguments },
        6: Associated { of, of_trait, name, site }, 7: Reference(mutability, of), 8: Pointer(of),
        9: Slice(of), 10: Array(of), 11: Tuple(elements), 12: Function { parameters, result },
        13: Impl(bounds), 14: Dyn(bounds),
    }
    ItemCode {
        0: None, 1: Fields { generics, fields }, 2: Enum(generics), 3: Function(signature),
        4: Trait { generics, supertraits }, 5: Alias { generics, ty }, 6: Value(ty),
    }
    MemberCode {
        0: None, 1: Variant(fields), 2: Function(signature), 3: Type(bounds, ty), 4: Value(ty),
    }
    Owner { 0: Item(item), 1: TraitMember(item, member), 2: ImplMember(at, member), 3: Nobody }
    ValuePath { 0: Named { path, arguments }, 1: Associated(item), 2: Type(ty) }
    Literal { 0: Integer, 1: Float, 2: Primitive(name), 3: Str, 4: Bytes, 5: CStr }
    BlockKind { 0: Plain, 1: Async }
    Mutability { 0: Shared, 1: Mutable }
    Statement { 0: Let { pattern, ty, value, otherwise }, 1: Value(value) }
    Expr {
        0: Unknown(parts), 1: Local(local), 2: Path(path), 3: Literal(literal),
        4: Call { function, arguments },
        5: MethodCall { receiver, name, generics, arguments, site }, 6: Field { of, name, site },
        7: Struct { path, fields, rest }, 8: Block { kind, statements, value },
        9: If { condition, then, otherwise }, 10: Let { pattern, value }, 11: Match { value, arms },
        12: Loop(body), 13: While { condition, body }, 14: For { pattern, iterated, body },
        15: Closure { parameters, result, body, is_async }, 16: Reference(mutability, of),
        17: Dereference(of), 18: Unary(of), 19: Binary { operator, left, right },
        20: Assign { left, right }, 21: Cast { value, ty }, 22: Tuple(elements),
        23: Array(elements), 24: Index { of, index }, 25: Range { from, to, is_inclusive },
        26: Try(of), 27: Await(of), 28: Return(value), 29: Break(value), 30: Continue,
        31: Macro { path, call, arguments },
    }
    Pattern {
        0: Any, 1: Bind { local, reference, sub, constant }, 2: Path(path),
        3: TupleStruct { path, elements, rest }, 4: Struct { path, fields },
        5: Tuple { elements, rest }, 6: Slice(elements), 7: Rest, 8: Reference(of), 9: Or(cases),
    }
}

/// The methods of the traits behind operators.
const METHODS: [&str; 10] = [
    "add", "sub", "mul", "div", "rem", "bitxor", "bitand", "bitor", "shl", "shr",
];

impl Wire for Binary {
    fn put(&self, writer: &mut Writer) {
        let number = match self {
            Self::Compound => 0,
            Self::Comparison => 1,
            Self::Logic => 2,
            Self::Arithmetic(method) => {
                let at = METHODS.iter().position(|known| known == method);
                at.map_or(0, |at| at + 3)
            }
        };
        number.put(writer);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        Some(match usize::get(reader)? {
            0 => Self::Compound,
            1 => Self::Comparison,
            2 => Self::Logic,
            number => Self::Arithmetic(METHODS.get(number - 3)?),
        })
    }
}

impl Wire for Arguments {
    fn put(&self, writer: &mut Writer) {
        let given: &Given = self;
        let is_given = !given.types.is_empty() || !given.bindings.is_empty();
        is_given.put(writer);
        if is_given {
            given.put(writer);
        }
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        Some(if bool::get(reader)? {
            Given::get(reader)?.into()
        } else {
            Self::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Packed;
    use crate::facts::FileFacts;
    use crate::facts::rust::read;

    const CODE: &str = r#"
        #![macro_use]
        //! Text.
        use a::{self, b::*, c as d, e as _};
        #[cfg(all(unix, not(feature = "x")))] #[path = "z.rs"] pub(crate) mod m;
        pub mod inline { extern crate alloc as al; pub(in crate::x) fn f() {} }
        #[derive(Clone, serde::Serialize)]
        pub struct S<T: A + ?Sized = u8, const N: usize = 1>(pub T, [u8; N]) where T: Iterator<Item = u8>;
        enum E { A { x: u8 }, B(u8) = 3, C }
        trait T: Sized { type X: A = B; const N: u8 = 1; fn g(&mut self, a: impl Fn(u8) -> u8) -> Self::X; m!(); }
        impl<'a, X> T for &'a S<X> { type X = <X as Y>::Z; fn g(&mut self, a: u8) -> u8 { a } }
        macro_rules! n { ($a:expr) => { $crate::x($a) }; }
        type Alias = dyn Fn(&u8, (u8, !)) -> *const u8 + Send;
        include!("a.rs");
        async fn body(mut a: Option<u8>, &[x, ref y @ .., Z]: &[u8]) -> u8 {
            // bulkhead: allow(r, reason = "x", until = "2027-01-01")
            let Some(b) = a else { return 1 };
            // bulkhead: allow(r)
            let c = |d: u8, e| -> u8 { d + e };
            match a { Some(1..=2) | None if c(1, 2) == 3 => 'l: loop { break 'l 1 }, E::A { x } => x, _ => n!(b) }
            if let Some(x) = a && x > 1 { a.await?.f::<u8>(1)[2].0 = -1; } else { S { x, ..y }; }
            for i in 0..3 { while true { a += 1; b"x"; c"x"; 'x'; 1.0; "x"; 1u8; } }
            vec![1; 2]; println!("{A}"); Self::x; (a, b); [a, b]; &mut a; *a; a as u8; async { 1 }; unsafe { 1 }
        }
    "#;

    /// Facts have no equality of their own: all of them can be printed.
    fn printed(facts: &FileFacts) -> String {
        format!("{facts:?}")
    }

    #[test]
    fn what_is_packed_comes_back() {
        let facts = read(CODE);
        assert_eq!(facts.error, None);
        assert!(!facts.allowances.is_empty() && !facts.malformed_allowances.is_empty());
        let packed = Packed::of(&facts);
        let again: FileFacts = packed.unpack().expect("the same");
        assert_eq!(printed(&again), printed(&facts));
        let bytes = packed.to_bytes();
        let read = Packed::from_bytes(&bytes).expect("the same");
        let again: FileFacts = read.unpack().expect("the same");
        assert_eq!(printed(&again), printed(&facts));
        assert!(bytes.len() < 4 * CODE.len(), "{} bytes", bytes.len());
    }

    #[test]
    fn what_is_cut_off_gives_nothing() {
        let bytes = Packed::of(&read(CODE)).to_bytes();
        for end in 0..bytes.len() {
            let cut = Packed::from_bytes(&bytes[..end]);
            assert!(
                cut.and_then(|it| it.unpack::<FileFacts>()).is_none(),
                "{end}"
            );
        }
    }

    #[test]
    fn any_bytes_give_facts_or_nothing_and_no_crash() {
        let bytes = Packed::of(&read(CODE)).to_bytes();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut other = bytes.clone();
                other[at] ^= 1 << bit;
                drop(Packed::from_bytes(&other).and_then(|it| it.unpack::<FileFacts>()));
            }
        }
    }
}
