namespace LowCodeErp.Metadata.Access;

/// <summary>What somebody may do with the records of a form.</summary>
public enum AccessOperation
{
    /// <summary>See them: on pages, in lists, searches, choices and figures. Nothing else but creating is allowed where this is not.</summary>
    View,

    Create,

    Edit,

    /// <summary>Move them into the trash and bring them back.</summary>
    Delete,

    /// <summary>Many at once from a file; each record has to be one that may be created or edited besides.</summary>
    Import,

    Export,

    Print,

    /// <summary>Let others see a record.</summary>
    Share,

    /// <summary>Change the form itself: fields, layout, logic and views of its list. It is of the form and not of records, so that its grant is about all of them.</summary>
    Design,
}
