namespace LowCodeErp.Metadata.Access;

/// <summary>The records that a grant is about.</summary>
public enum GrantedRows
{
    All,

    /// <summary>Those that the member is responsible for, by the form's owner field; without one, those that he created.</summary>
    Own,

    /// <summary>Those of members of his departments, and of the departments below them.</summary>
    Department,

    /// <summary>Those that were shared with him. One that was shared to be viewed is viewed, exported and printed at most; none is shared on.</summary>
    Shared,

    /// <summary>Those for which the grant's condition holds.</summary>
    Condition,
}
