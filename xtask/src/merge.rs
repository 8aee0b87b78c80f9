//! Several split wasm files as one: what one of them calls of another through the table is called directly then.
//!
//! The splitter gives what several rooms reach a file for each set of rooms, and in each a small function, here called a
//! stub, for every function of another file, which calls that one by its place in the table.

use crate::shell::Failure;
use crate::split::{Error, unreadable};
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, FunctionSection,
    ImportSection, Module, TypeSection,
};
use wasmparser::{
    DataKind, ElementItems, ElementKind, FuncType, FunctionBody, Import, Operator, Parser, Payload, TypeRef,
};

/// A file as it is read.
#[derive(Default)]
struct Part<'a> {
    types: Vec<FuncType>,
    imports: Vec<Import<'a>>,
    /// The type of each function.
    functions: Vec<u32>,
    /// What is put into the table: from which place on, which functions.
    elements: Vec<(i32, Vec<u32>)>,
    bodies: Vec<FunctionBody<'a>>,
    /// What is put into the memory: from which address on, which bytes.
    data: Vec<(i32, &'a [u8])>,
}

/// A function of a file: the number of the file and its number there.
type Place = (usize, usize);

/// Whether a function is a stub, and then for which place in the table.
type Stub = Option<i32>;

/// One wasm that has everything of these, and what they import but from each other.
///
/// # Errors
/// One of them cannot be read, or has what split files do not have.
pub fn merge(files: &[Vec<u8>]) -> Result<Vec<u8>, Failure> {
    let parts = files.iter().map(|file| read(file)).collect::<Result<Vec<_>, _>>()?;
    let stubs = parts.iter().map(stubs).collect::<Result<Vec<Vec<Stub>>, Failure>>()?;
    let mut table: BTreeMap<i32, Place> = BTreeMap::new();
    for (no, part) in parts.iter().enumerate() {
        for (from, functions) in &part.elements {
            table.extend((*from..).zip(functions.iter().map(|function| (no, *function as usize))));
        }
    }
    let merged = Merged::of(&parts, &stubs, &table);
    write(&parts, merged)
}

fn foreign() -> Failure {
    Failure::new("The splitter wrote a wasm with something in it that xtask/src/merge.rs does not know.")
}

fn read(file: &[u8]) -> Result<Part<'_>, Failure> {
    let mut part = Part::default();
    for payload in Parser::new(0).parse_all(file) {
        match payload.map_err(unreadable)? {
            Payload::TypeSection(types) => {
                for one in types.into_iter_err_on_gc_types() {
                    part.types.push(one.map_err(unreadable)?);
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import.map_err(unreadable)?;
                    if matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_) | TypeRef::Tag(_)) {
                        return Err(foreign());
                    }
                    part.imports.push(import);
                }
            }
            Payload::FunctionSection(functions) => {
                for function in functions {
                    part.functions.push(function.map_err(unreadable)?);
                }
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    let element = element.map_err(unreadable)?;
                    let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
                        (element.kind, element.items)
                    else {
                        return Err(foreign());
                    };
                    let functions: Result<Vec<u32>, _> = functions.into_iter().collect();
                    part.elements.push((constant(&offset_expr)?, functions.map_err(unreadable)?));
                }
            }
            Payload::CodeSectionEntry(body) => part.bodies.push(body),
            Payload::DataSection(data) => {
                for segment in data {
                    let segment = segment.map_err(unreadable)?;
                    let DataKind::Active { memory_index: 0, offset_expr } = segment.kind else {
                        return Err(foreign());
                    };
                    part.data.push((constant(&offset_expr)?, segment.data));
                }
            }
            Payload::ExportSection(exports) if exports.count() > 0 => return Err(foreign()),
            Payload::StartSection { .. }
            | Payload::GlobalSection(_)
            | Payload::TableSection(_)
            | Payload::MemorySection(_)
            | Payload::TagSection(_) => return Err(foreign()),
            // Neither remarks nor what is counted anew matters.
            _ => {}
        }
    }
    Ok(part)
}

/// The number that this expression is.
pub fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<i32, Failure> {
    match expression.get_operators_reader().read().map_err(unreadable)? {
        Operator::I32Const { value } => Ok(value),
        _ => Err(foreign()),
    }
}

/// Which functions of a file only hand their arguments on to a place in the table.
fn stubs(part: &Part<'_>) -> Result<Vec<Stub>, Failure> {
    let of = |(body, ty): (&FunctionBody<'_>, &u32)| -> Result<Stub, Failure> {
        let parameters = part.types[*ty as usize].params().len();
        if body.get_locals_reader().map_err(unreadable)?.get_count() > 0 {
            return Ok(None);
        }
        let mut operators = body.get_operators_reader().map_err(unreadable)?;
        let mut next = || operators.read().map_err(unreadable);
        for argument in 0..parameters {
            if !matches!(next()?, Operator::LocalGet { local_index } if local_index as usize == argument) {
                return Ok(None);
            }
        }
        let Operator::I32Const { value } = next()? else { return Ok(None) };
        let Operator::CallIndirect { type_index, .. } = next()? else { return Ok(None) };
        let same = part.types[type_index as usize] == part.types[*ty as usize];
        Ok((same && matches!(next()?, Operator::End)).then_some(value))
    };
    part.bodies.iter().zip(&part.functions).map(of).collect()
}

/// What the one wasm consists of.
#[derive(Default)]
struct Merged {
    types: Vec<FuncType>,
    /// The number that each type of each file has from now on.
    type_numbers: Vec<Vec<u32>>,
    /// The functions that are left, and the number that each function of each file has from now on.
    kept: Vec<Place>,
    numbers: Vec<Vec<u32>>,
}

impl Merged {
    fn of(parts: &[Part<'_>], stubs: &[Vec<Stub>], table: &BTreeMap<i32, Place>) -> Merged {
        let mut merged = Merged::default();
        for part in parts {
            let numbers = part.types.iter().map(|ty| {
                let known = merged.types.iter().position(|known| known == ty);
                known.unwrap_or_else(|| {
                    merged.types.push(ty.clone());
                    merged.types.len() - 1
                }) as u32
            });
            let numbers = numbers.collect();
            merged.type_numbers.push(numbers);
        }
        let mut given: BTreeMap<Place, u32> = BTreeMap::new();
        // The stubs for what is elsewhere, one for each place and type.
        let mut outward: BTreeMap<(i32, u32), u32> = BTreeMap::new();
        for (no, part) in parts.iter().enumerate() {
            for (function, stub) in stubs[no].iter().enumerate() {
                let Some(place) = *stub else {
                    given.insert((no, function), merged.keep((no, function)));
                    continue;
                };
                if !table.contains_key(&place) {
                    let ty = merged.type_numbers[no][part.functions[function] as usize];
                    let number = match outward.get(&(place, ty)) {
                        Some(number) => *number,
                        None => merged.keep((no, function)),
                    };
                    outward.insert((place, ty), number);
                    given.insert((no, function), number);
                }
            }
        }
        for (no, own) in stubs.iter().enumerate() {
            let number = |function: usize| {
                let mut place = (no, function);
                // A stub for a stub leads further; what leads in a circle is called nowhere.
                for _ in 0..stubs.len() {
                    let inward = stubs[place.0][place.1].and_then(|at| table.get(&at));
                    let Some(next) = inward else { break };
                    place = *next;
                }
                given.get(&place).copied().unwrap_or_default()
            };
            let numbers = (0..own.len()).map(number).collect();
            merged.numbers.push(numbers);
        }
        merged
    }

    fn keep(&mut self, place: Place) -> u32 {
        self.kept.push(place);
        self.kept.len() as u32 - 1
    }
}

fn write(parts: &[Part<'_>], merged: Merged) -> Result<Vec<u8>, Failure> {
    let mut of = OfPart { merged, no: 0, globals: Vec::new(), data: 0 };
    let mut types = TypeSection::new();
    for ty in of.merged.types.clone() {
        types.ty().func_type(&of.func_type(ty).map_err(unreadable)?);
    }
    let (mut imports, mut known, mut globals) = (ImportSection::new(), Vec::new(), Vec::new());
    for import in parts.iter().flat_map(|part| &part.imports) {
        if !known.contains(&(import.module, import.name)) {
            known.push((import.module, import.name));
            imports.import(import.module, import.name, of.entity_type(import.ty).map_err(unreadable)?);
            if matches!(import.ty, TypeRef::Global(_)) {
                globals.push((import.module, import.name));
            }
        }
    }
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    let (mut elements, mut data) = (ElementSection::new(), DataSection::new());
    let mut bases = Vec::new();
    for (no, part) in parts.iter().enumerate() {
        let imported = part.imports.iter().filter(|import| matches!(import.ty, TypeRef::Global(_)));
        let place =
            |import: &Import<'_>| globals.iter().position(|global| *global == (import.module, import.name));
        bases.push((imported.filter_map(place).map(|place| place as u32).collect(), data.len()));
        for (from, bytes) in &part.data {
            data.active(0, &ConstExpr::i32_const(*from), bytes.iter().copied());
        }
        for (from, members) in &part.elements {
            let members: Vec<u32> =
                members.iter().map(|member| of.merged.numbers[no][*member as usize]).collect();
            elements.active(None, &ConstExpr::i32_const(*from), Elements::Functions(members.into()));
        }
    }
    for (no, function) in of.merged.kept.clone() {
        functions.function(of.merged.type_numbers[no][parts[no].functions[function] as usize]);
        of.no = no;
        (of.globals, of.data) = bases[no].clone();
        of.parse_function_body(&mut code, parts[no].bodies[function].clone()).map_err(unreadable)?;
    }
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&elements);
    module.section(&DataCountSection { count: data.len() }).section(&code).section(&data);
    Ok(module.finish())
}

/// Writes the functions of a file with the numbers that everything has from now on.
struct OfPart {
    merged: Merged,
    /// Which file it is.
    no: usize,
    /// The numbers of the globals that it imports.
    globals: Vec<u32>,
    /// How many segments of data are before its own.
    data: u32,
}

impl Reencode for OfPart {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.merged.numbers[self.no].get(function as usize).copied().unwrap_or_default())
    }

    fn type_index(&mut self, ty: u32) -> Result<u32, Error> {
        Ok(self.merged.type_numbers[self.no].get(ty as usize).copied().unwrap_or_default())
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error> {
        Ok(self.globals.get(global as usize).copied().unwrap_or_default())
    }

    fn data_index(&mut self, segment: u32) -> Result<u32, Error> {
        Ok(self.data + segment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, Function, Instruction, RefType, TableType, ValType};

    /// A file of functions of one type, `(i32) -> (i32)`, put into the table from this place on.
    fn file(from: i32, functions: &[&[Instruction<'_>]]) -> Vec<u8> {
        let mut types = TypeSection::new();
        // In each file the type that counts has another number.
        (0..from % 2).for_each(|_| types.ty().function([], []));
        let ty = types.len();
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: None,
            table64: false,
            shared: false,
        };
        imports.import("main", "table", EntityType::Table(table));
        let (mut declared, mut code) = (FunctionSection::new(), CodeSection::new());
        for operators in functions {
            declared.function(ty);
            let mut function = Function::new([]);
            for operator in *operators {
                match operator {
                    Instruction::CallIndirect { table_index, .. } => {
                        function.instruction(&Instruction::CallIndirect {
                            type_index: ty,
                            table_index: *table_index,
                        })
                    }
                    other => function.instruction(other),
                };
            }
            code.function(function.instruction(&Instruction::End));
        }
        let mut elements = ElementSection::new();
        let members: Vec<u32> = (0..declared.len()).collect();
        elements.active(None, &ConstExpr::i32_const(from), Elements::Functions(members.into()));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&declared).section(&elements).section(&code);
        module.finish()
    }

    fn stub(place: i32) -> [Instruction<'static>; 3] {
        [
            Instruction::LocalGet(0),
            Instruction::I32Const(place),
            Instruction::CallIndirect { type_index: 0, table_index: 0 },
        ]
    }

    fn calls(wasm: &[u8]) -> Vec<String> {
        let part = read(wasm).unwrap();
        let of = |body: &FunctionBody<'_>| {
            let operators = body.get_operators_reader().unwrap();
            let told = operators.into_iter().filter_map(|operator| match operator.unwrap() {
                Operator::Call { function_index } => Some(format!("call {function_index}")),
                Operator::CallIndirect { .. } => Some("call by table".to_owned()),
                Operator::I32Const { value } => Some(format!("const {value}")),
                _ => None,
            });
            told.collect::<Vec<_>>().join(", ")
        };
        part.bodies.iter().map(of).collect()
    }

    #[test]
    fn a_call_of_another_file_becomes_a_call_and_what_is_elsewhere_is_still_called_by_the_table() {
        let (to_b, elsewhere) = (stub(21), stub(77));
        let a = file(
            10,
            &[&[Instruction::LocalGet(0), Instruction::Call(1), Instruction::Call(2)], &to_b, &elsewhere],
        );
        let b = file(21, &[&[Instruction::LocalGet(0), Instruction::Call(1)], &elsewhere]);
        let merged = merge(&[a, b]).unwrap();
        // The caller, the one stub outwards that both have, and what is called.
        assert_eq!(calls(&merged), ["call 2, call 1", "const 77, call by table", "call 1"]);
        let part = read(&merged).unwrap();
        assert_eq!(part.elements, [(10, vec![0, 2, 1]), (21, vec![2, 1])]);
        assert_eq!(part.imports.len(), 1);
        assert_eq!(part.types.len(), 2);
    }

    #[test]
    fn what_hands_on_something_else_is_no_stub() {
        let other = [
            Instruction::I32Const(5),
            Instruction::I32Const(21),
            Instruction::CallIndirect { type_index: 0, table_index: 0 },
        ];
        let merged = merge(&[file(10, &[&other]), file(21, &[&[Instruction::LocalGet(0)]])]).unwrap();
        assert_eq!(calls(&merged), ["const 5, const 21, call by table", ""]);
    }

    #[test]
    fn what_is_no_split_file_is_refused() {
        assert!(merge(&[b"no wasm".to_vec()]).is_err());
        let mut module = Module::new();
        let mut exports = wasm_encoder::ExportSection::new();
        exports.export("memory", wasm_encoder::ExportKind::Memory, 0);
        module.section(&exports);
        assert!(merge(&[module.finish()]).is_err());
    }
}
