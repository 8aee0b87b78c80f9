//! Likeness: functions that are the same are there once, and those that are alike stand side by side, as the many made of
//! one generic function are. Brotli takes 6 % less for that.

use crate::shell::Failure;
use crate::split::{Error, encoded, unreadable};
use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{CodeSection, ElementSection, Function, FunctionSection};
use wasmparser::{
    CodeSectionReader, ConstExpr, ElementItems, ElementSectionReader, FunctionBody, FunctionSectionReader,
    Operator, OperatorsReader, Parser, Payload, TypeRef, ValType,
};

/// What many functions have in common says nothing of what is alike.
const COMMON: usize = 600;

/// How many instructions in a row count as something that two functions have in common.
const RUN: usize = 3;

/// The same wasm in fewer bytes after brotli.
pub fn packed(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let own = Own::of(wasm)?;
    let mut wasm = encoded(&mut Rewriting::new(&own, (0..own.bodies.len()).collect()), wasm)?;
    loop {
        let own = Own::of(&wasm)?;
        let rewriting = Rewriting::once(&own);
        let done = rewriting.order.len() == own.bodies.len();
        if done {
            return encoded(&mut Rewriting::new(&own, own.by_likeness()?), &wasm);
        }
        // Those that call others of which there is one now may be the same by that.
        wasm = encoded(&mut { rewriting }, &wasm)?;
    }
}

/// The functions of a wasm that are its own.
struct Own<'a> {
    /// How many functions come from elsewhere; they are counted first and stay where they are.
    imported: u32,
    /// How many parameters a function of each type has.
    parameters: Vec<u32>,
    /// The type of each function.
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
}

impl Own<'_> {
    fn of(wasm: &[u8]) -> Result<Own<'_>, Failure> {
        let mut own = Own { imported: 0, parameters: Vec::new(), types: Vec::new(), bodies: Vec::new() };
        for part in Parser::new(0).parse_all(wasm) {
            match part.map_err(unreadable)? {
                Payload::TypeSection(types) => {
                    for kind in types.into_iter_err_on_gc_types() {
                        own.parameters.push(kind.map_err(unreadable)?.params().len() as u32);
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        own.imported += u32::from(matches!(import.map_err(unreadable)?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(functions) => {
                    own.types = functions.into_iter().collect::<Result<_, _>>().map_err(unreadable)?;
                }
                Payload::CodeSectionEntry(body) => own.bodies.push(body),
                _ => {}
            }
        }
        Ok(own)
    }

    /// The functions, each followed by the one that has most in common with it of those that are left; where none has
    /// anything, by the next in the order of types and code.
    fn by_likeness(&self) -> Result<Vec<usize>, Failure> {
        let runs = self.bodies.iter().map(runs).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
        let mut having: HashMap<u64, Vec<usize>> = HashMap::new();
        for (function, runs) in runs.iter().enumerate() {
            for run in runs {
                having.entry(*run).or_default().push(function);
            }
        }
        having.retain(|_, functions| functions.len() <= COMMON);
        let mut left: Vec<usize> = (0..self.bodies.len()).collect();
        left.sort_by_key(|function| (self.types[*function], self.bodies[*function].as_bytes()));
        let mut taken = vec![false; left.len()];
        let (mut order, mut last) = (Vec::with_capacity(left.len()), None);
        let mut left = left.into_iter();
        while order.len() < taken.len() {
            let like = last.and_then(|last: usize| {
                let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
                for other in runs[last].iter().filter_map(|run| having.get(run)).flatten() {
                    if !taken[*other] {
                        *shared.entry(*other).or_default() += 1;
                    }
                }
                let all = |other: usize| runs[last].len() + runs[other].len();
                // One in twenty is nothing.
                let near = shared.into_iter().filter(|(other, shared)| shared * 20 > all(*other));
                near.max_by_key(|(other, shared)| shared * 1_000_000 / all(*other)).map(|(other, _)| other)
            });
            let Some(next) = like.or_else(|| left.find(|function| !taken[*function])) else { break };
            taken[next] = true;
            order.push(next);
            last = Some(next);
        }
        Ok(order)
    }
}

/// What a function does, in short runs of instructions, each once; which function is called and which address is meant
/// does not count.
fn runs(body: &FunctionBody<'_>) -> Result<Vec<u64>, wasmparser::BinaryReaderError> {
    let mut instructions = Vec::new();
    let mut reader = body.get_operators_reader()?;
    let bytes = body.as_bytes();
    let place = |reader: &OperatorsReader<'_>| (reader.original_position() - body.range().start) as usize;
    while !reader.eof() {
        let from = place(&reader);
        let what = match reader.read()? {
            Operator::Call { .. } => &bytes[from..=from],
            Operator::I32Const { value } if value > 1_000_000 => &bytes[from..=from],
            _ => &bytes[from..place(&reader)],
        };
        instructions.push(what);
    }
    let hash = |run: &[&[u8]]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    let mut runs: Vec<u64> = match instructions.len() < RUN {
        true => vec![hash(&instructions)],
        false => instructions.windows(RUN).map(hash).collect(),
    };
    runs.sort_unstable();
    runs.dedup();
    Ok(runs)
}

/// Writes a wasm with some of its functions, in another order.
struct Rewriting {
    imported: u32,
    /// How many parameters each function has.
    parameters: Vec<u32>,
    /// The functions that stay, as they were counted without the imported ones.
    order: Vec<usize>,
    /// The number of each from now on.
    places: Vec<u32>,
}

impl Rewriting {
    /// All functions in this order.
    fn new(own: &Own<'_>, order: Vec<usize>) -> Rewriting {
        let mut places = vec![0; order.len()];
        for (place, function) in (own.imported..).zip(&order) {
            places[*function] = place;
        }
        let parameters = own.types.iter().map(|kind| own.parameters[*kind as usize]).collect();
        Rewriting { imported: own.imported, parameters, order, places }
    }

    /// Of functions that are the same, the first.
    fn once(own: &Own<'_>) -> Rewriting {
        let mut met: HashMap<(u32, &[u8]), u32> = HashMap::new();
        let (mut order, mut places) = (Vec::new(), Vec::new());
        for (function, body) in own.bodies.iter().enumerate() {
            let next = own.imported + met.len() as u32;
            let place = *met.entry((own.types[function], body.as_bytes())).or_insert(next);
            if place == next {
                order.push(function);
            }
            places.push(place);
        }
        Rewriting { order, places, ..Rewriting::new(own, (0..own.bodies.len()).collect()) }
    }
}

impl Reencode for Rewriting {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = function.checked_sub(self.imported);
        Ok(own.and_then(|own| self.places.get(own as usize)).copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for function in &self.order {
            functions.function(types[*function]);
        }
        Ok(())
    }

    /// Leaves out what fills the table with nothing, of which it is full to begin with.
    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: ElementSectionReader<'_>,
    ) -> Result<(), Error> {
        for element in section {
            let element = element?;
            let nothing = match &element.items {
                ElementItems::Functions(_) => false,
                ElementItems::Expressions(_, all) => {
                    let all = all.clone().into_iter().collect::<Result<Vec<_>, _>>()?;
                    all.iter().all(is_nothing)
                }
            };
            if !nothing {
                self.parse_element(elements, element)?;
            }
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            self.write(code, &bodies[function], self.parameters[function])?;
        }
        Ok(())
    }
}

impl Rewriting {
    /// Writes a function with its local variables in the order of how often they are used, those of one type together, so
    /// that those of like functions have like numbers.
    fn write(
        &mut self,
        code: &mut CodeSection,
        body: &FunctionBody<'_>,
        parameters: u32,
    ) -> Result<(), Error> {
        let mut types = Vec::new();
        for local in body.get_locals_reader()? {
            let (count, kind) = local?;
            types.extend((0..count).map(|_| kind));
        }
        let mut uses = vec![0_usize; types.len()];
        let place = |local: u32| local.checked_sub(parameters).map(|place| place as usize);
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            if let Some(place) = local(&mut reader.read()?).and_then(|local| place(*local)) {
                uses[place] += 1;
            }
        }
        let mut used: Vec<usize> = (0..types.len()).filter(|place| uses[*place] > 0).collect();
        used.sort_by_key(|place| (rank(types[*place]), std::cmp::Reverse(uses[*place])));
        let mut numbers = vec![0; types.len()];
        let mut kinds = Vec::new();
        for (number, place) in (parameters..).zip(&used) {
            numbers[*place] = number;
            kinds.push(self.val_type(types[*place])?);
        }
        let mut function = Function::new_with_locals_types(kinds);
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let mut operator = reader.read()?;
            if let Some(local) = local(&mut operator)
                && let Some(place) = place(*local)
            {
                *local = numbers[place];
            }
            function.instruction(&self.instruction(operator)?);
        }
        code.function(&function);
        Ok(())
    }
}

/// The local variable that an instruction is about.
fn local<'o>(operator: &'o mut Operator<'_>) -> Option<&'o mut u32> {
    match operator {
        Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } => Some(local_index),
        _ => None,
    }
}

fn rank(kind: ValType) -> u8 {
    match kind {
        ValType::I32 => 0,
        ValType::I64 => 1,
        ValType::F32 => 2,
        ValType::F64 => 3,
        ValType::V128 | ValType::Ref(_) => 4,
    }
}

fn is_nothing(expression: &ConstExpr<'_>) -> bool {
    matches!(expression.get_operators_reader().read(), Ok(Operator::RefNull { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wasm of one imported function, number 0, and these; those that give a number are of the second type. The program
    /// starts with the function `start`.
    fn module(functions: &[&[u8]], start: u8) -> Vec<u8> {
        let count = |bytes: usize| u8::try_from(bytes).unwrap();
        let section = |no: u8, content: &[u8]| {
            [&[no, count(content.len() + 1), count(functions.len())], content].concat()
        };
        let bodies: Vec<u8> =
            functions.iter().flat_map(|body| [&[count(body.len())], *body].concat()).collect();
        let kinds: Vec<u8> = functions.iter().map(|body| u8::from(body[1] == 0x41)).collect();
        let head = *b"\0asm\x01\0\0\0";
        let types = [1, 8, 2, 0x60, 0, 0, 0x60, 0, 1, 0x7f];
        let import = [2, 7, 1, 1, b'a', 1, b'b', 0, 0];
        [&head[..], &types, &import, &section(3, &kinds), &[8, 1, start], &section(10, &bodies)].concat()
    }

    #[test]
    fn functions_are_put_in_order_and_called_by_their_new_numbers() {
        // (call the imported one, call the last), (the number 7), (nothing).
        let before = module(&[&[0, 0x10, 0, 0x10, 3, 0x0b], &[0, 0x41, 7, 0x0b], &[0, 0x0b]], 1);
        let after = module(&[&[0, 0x0b], &[0, 0x10, 0, 0x10, 1, 0x0b], &[0, 0x41, 7, 0x0b]], 2);
        assert_eq!(packed(&before).unwrap(), after);
        assert_eq!(packed(&after).unwrap(), after, "what is in order stays as it is");
        assert!(packed(b"no wasm").is_err());
    }

    #[test]
    fn like_functions_stand_side_by_side() {
        // The order of their code would put the other one between them.
        let one = [0, 0x01, 0x10, 0, 0x01, 0x10, 0, 0x01, 0x01, 0x0b];
        let other = [0, 0x01, 0x10, 0, 0x10, 0, 0x10, 0, 0x0b];
        let like = [0, 0x10, 0, 0x01, 0x10, 0, 0x01, 0x01, 0x0b];
        let before = module(&[&like, &other, &one], 1);
        assert_eq!(packed(&before).unwrap(), module(&[&one, &like, &other], 2));
    }

    #[test]
    fn what_is_there_twice_is_there_once_and_so_are_those_that_call_it() {
        let seven = [0, 0x41, 7, 0x1a, 0x0b];
        let before = module(&[&[0, 0x10, 3, 0x0b], &[0, 0x10, 4, 0x0b], &[0, 0x0b], &[0, 0x0b]], 2);
        let after = module(&[&[0, 0x0b], &[0, 0x10, 1, 0x0b]], 2);
        assert_eq!(packed(&before).unwrap(), after);
        let different = module(&[&[0, 0x0b], &seven], 1);
        assert_eq!(Own::of(&packed(&different).unwrap()).unwrap().bodies.len(), 2);
    }

    #[test]
    fn local_variables_are_numbered_by_how_often_they_are_used() {
        // Three of one type, the second unused and the third used most, and one of another type.
        let before =
            module(&[&[2, 3, 0x7f, 1, 0x7e, 0x20, 0, 0x1a, 0x20, 2, 0x21, 2, 0x20, 3, 0x1a, 0x0b]], 1);
        let after =
            module(&[&[2, 2, 0x7f, 1, 0x7e, 0x20, 1, 0x1a, 0x20, 0, 0x21, 0, 0x20, 2, 0x1a, 0x0b]], 1);
        assert_eq!(packed(&before).unwrap(), after);
    }

    #[test]
    fn the_table_is_not_filled_with_nothing() {
        let head = *b"\0asm\x01\0\0\0";
        let function = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0];
        let table = [4, 4, 1, 0x70, 0, 9];
        let code = [10, 4, 1, 2, 0, 0x0b];
        // From place 3 on function 0; from place 5 on nothing, twice.
        let some = [0, 0x41, 3, 0x0b, 1, 0];
        let none = [4, 0x41, 5, 0x0b, 2, 0xd0, 0x70, 0x0b, 0xd0, 0x70, 0x0b];
        let with = [&head[..], &function, &table, &[9, 18, 2], &some, &none, &code].concat();
        let without = [&head[..], &function, &table, &[9, 7, 1], &some, &code].concat();
        assert_eq!(packed(&with).unwrap(), without);
    }
}
