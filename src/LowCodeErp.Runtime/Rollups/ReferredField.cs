using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Rollups;

/// <summary>A field of a record that a rolled-up record refers to, which its condition reads.</summary>
public sealed record ReferredField(FieldModel Reference, FieldModel Field);
