using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records;

/// <summary>Records of one form to be saved together: all of them or none.</summary>
public sealed record SaveRequest(FormModel Form, IReadOnlyList<RecordInput> Records, Actor Actor, ChangeSource Source)
{
    /// <summary>
    /// A unique field that decides whether a record is new: when a stored record has the same value it is changed, else one
    /// is created. Null: the id decides.
    /// </summary>
    public FieldModel? KeyField { get; init; }

    /// <summary>
    /// The moment of the change, in UTC, where several requests are one piece of work (an import); now, when null. With a key
    /// field, a record that bears this moment already was named by an earlier request of the same work, which is refused.
    /// </summary>
    public DateTime? At { get; init; }

    /// <summary>
    /// How texts name the records of other forms: the field of the target that they are compared with, by key of the
    /// reference field. The code of the target, then its title, where none is named.
    /// </summary>
    public IReadOnlyDictionary<string, FieldModel> MatchFields { get; init; } = new Dictionary<string, FieldModel>();

    /// <summary>Keys of reference fields whose missing targets are created with nothing but the given text.</summary>
    public IReadOnlySet<string> CreateMissing { get; init; } = new HashSet<string>();

    /// <summary>
    /// Whether every warning is confirmed as it comes, for doors that tell of them afterwards, such as an import. Without it each
    /// one has to be named in <see cref="RecordInput.Confirmed"/>.
    /// </summary>
    public bool ConfirmsWarnings { get; init; }

    /// <summary>Keys of the fields that must not be blank for once, whatever the form says: <c>note</c>, or <c>line.price</c> of every line.</summary>
    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>();

    /// <summary>The instance of a flow that changes the records of its own accord; null for anybody else.</summary>
    public FlowCause? Cause { get; init; }

    /// <summary>The same request for a newer version of its form, which may have lost the key field.</summary>
    internal SaveRequest For(FormModel form) => this with
    {
        Form = form,
        KeyField = KeyField is not null && form.Find(KeyField.Key) is { IsUnique: true, IsStored: true } key ? key : null,
        MatchFields = MatchFields
            .Select(match => (match.Key, Field: form.Find(match.Key)?.Target?.Find(match.Value.Key)))
            .Where(match => match.Field is not null)
            .ToDictionary(match => match.Key, match => match.Field!),
    };
}
