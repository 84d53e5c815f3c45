using System.Collections.Frozen;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.UI.Extending;

public sealed partial class RecordDraft
{
    private sealed class DraftField
    {
        private readonly RecordDraft[] _originalLines;
        private bool _isEntered;

        public DraftField(FieldModel model, InputValue input, string? title, IEnumerable<RecordDraft> lines)
        {
            Model = model;
            Input = Original = input;
            Title = title;
            Lines = [.. lines];
            _originalLines = [.. Lines];
        }

        public FieldModel Model { get; }

        public InputValue Original { get; private set; }

        public InputValue Input { get; set; }

        /// <summary>Null while nobody is typing.</summary>
        public InputValue? Typed { get; set; }

        public string? Title { get; set; }

        public Dictionary<long, string> ItemTitles { get; init; } = [];

        public List<Diagnostic> Diagnostics { get; } = [];

        public List<RecordDraft> Lines { get; }

        public IEnumerable<RecordDraft> EnteredLines => Lines.Where(line => !line.IsNew || line.IsDirty);

        /// <summary>A line's reference to its record is not entered: the engine fills it, as it does what is computed.</summary>
        public bool IsEntered => Model is { IsStored: true, IsComputed: false } && Model != Model.Form.ParentReference;

        public bool IsHidden { get; set; }

        /// <summary>By a condition, as things stand.</summary>
        public bool IsRequired { get; set; }

        public bool IsReadOnly { get; set; }

        /// <summary>Keys of options.</summary>
        public IReadOnlySet<string> Withheld { get; set; } = FrozenSet<string>.Empty;

        public bool HasNewInput => Input != Original;

        public bool IsDirty => (!Model.IsComputed && Input != Original) || AreLinesChanged || Lines.Exists(line => line.IsDirty);

        public bool IsTouched
            => _isEntered || (Model.IsComputed && Input != Original) || AreLinesChanged || Lines.Exists(line => Array.Exists(line._fields, entry => entry.IsTouched));

        /// <summary>Whether something else stands there than before, be it only typed so far.</summary>
        public bool IsEntering => (Typed ?? Input) != Original;

        public IEnumerable<long> RemovedLines => _originalLines.Except(Lines).Select(line => line.Id).OfType<long>();

        public bool AreLinesMoved => !Lines.Where(line => !line.IsNew).SequenceEqual(_originalLines.Where(Lines.Contains));

        /// <summary>For <see cref="DraftLook"/>.</summary>
        public IEnumerable<object?> Seen => [
            Input, Typed, HasNewInput, Title, IsHidden, IsRequired, IsReadOnly,
            Withheld.Count == 0 ? "" : string.Join(',', Withheld.Order(StringComparer.Ordinal)), .. Diagnostics, .. ItemTitles.Values];

        private bool AreLinesChanged => !EnteredLines.SequenceEqual(_originalLines);

        public bool HasErrors => !IsHidden && (Diagnostics.Exists(IsError) || Lines.Exists(line => line.HasErrors));

        public string DescribeItems()
            => ListText.Join(Input.Items.Select(item => item.Content is decimal id ? ItemTitles.GetValueOrDefault((long)id, $"#{id}") : item.Content as string ?? ""));

        public bool WasEntered => _isEntered || Typed is not null;

        /// <param name="isChosen">Somebody chose the record that it comes from, so that what is asked of the field is asked at once.</param>
        public void Propose(InputValue input, bool isChosen) => (Input, Original, Typed, _isEntered) = (input, input, null, isChosen);

        public void Take(InputValue input)
        {
            Input = input;
            Typed = null;
            _isEntered = true;
        }

        public Action Remember()
        {
            var (input, typed, title, isEntered) = (Input, Typed, Title, _isEntered);
            List<Diagnostic> diagnostics = [.. Diagnostics];
            return () =>
            {
                (Input, Typed, Title, _isEntered) = (input, typed, title, isEntered);
                Diagnostics.Clear();
                Diagnostics.AddRange(diagnostics);
            };
        }

        public IReadOnlyList<RecordInput> ToLineInputs() => [.. EnteredLines.Select(line => line.ToInput())];
    }
}
