namespace LowCodeErp.Runtime.Changes;

/// <summary>What a place makes of the values of a field that it names: through whose eyes they are read, and whether others come by them.</summary>
public enum FieldUseKind
{
    /// <summary>Says where they stand; whoever looks sees what he may.</summary>
    Arrangement,

    /// <summary>Computes or judges with them in the record that they belong to.</summary>
    OwnRecord,

    /// <summary>Reads them from other records whenever it is looked at, as far as whoever looks may see them.</summary>
    Live,

    /// <summary>Reads them from other records when one is saved, whoever may see them.</summary>
    Stored,
}
