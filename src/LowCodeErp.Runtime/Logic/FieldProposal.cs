using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>What stands in a field until somebody enters something else.</summary>
public abstract record FieldProposal(FieldModel Field, IReadOnlyList<FieldModel> Reads) : IFieldStep
{
    public abstract string Member { get; }

    /// <summary>As it is stored: fields by key.</summary>
    public abstract string Text { get; }

    /// <summary>The field type reads what is proposed like any input.</summary>
    protected Value Read(Value value, string path, DiagnosticBag diagnostics) => Field.Type.Read(InputValue.Of(value), Field.Settings, path, diagnostics);

    /// <summary>A formula over a new record.</summary>
    /// <param name="Paths">What it reads: fields of the record or of that of a line, and through their references what stored records have.</param>
    public sealed record Computed(FieldModel Field, CompiledFormula Formula, IReadOnlyList<IReadOnlyList<FieldModel>> Paths)
        : FieldProposal(Field, [.. Paths.Select(path => path[0]).Distinct()])
    {
        public override string Member => "defaultFormula";

        public override string Text { get; } = Formula.PrintWithKeys();

        public Value Calculate(IFormulaRow row, EvaluationContext context, string path, DiagnosticBag diagnostics)
            => Read(FormulaResult.Of(Field.Kind, Formula.Evaluate(row, context)), path, diagnostics);
    }

    /// <summary>A field of the record that a reference leads to, from when that is chosen.</summary>
    /// <param name="Path">From the form of the field, through at least one reference.</param>
    public sealed record Fill(FieldModel Field, FieldPath Path) : FieldProposal(Field, [Path.Fields[0]])
    {
        public override string Member => "fillFrom";

        public override string Text => Path.Text;

        /// <summary>Whether what one field holds may stand in another. A file belongs to one record, so that none is filled with another's.</summary>
        public static bool Suits(FieldModel field, FieldModel source)
        {
            ArgumentNullException.ThrowIfNull(field);
            ArgumentNullException.ThrowIfNull(source);
            return field.FileRule is null && field.Kind == source.Kind && field.ItemKind == source.ItemKind && field.Target == source.Target && field.HoldsIds == source.HoldsIds;
        }

        /// <summary>The choice that fills.</summary>
        public FieldModel Reference => Path.Fields[0];

        /// <param name="found">At the end of the path; null where it leads nowhere.</param>
        public Value Take(object? found, string path, DiagnosticBag diagnostics) => Read(new(Path.Kind, found), path, diagnostics);
    }
}
