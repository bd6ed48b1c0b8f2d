namespace OneDrive.Sdk.Addresses;

/// <summary>How an address names its drive.</summary>
internal enum DriveAddressKind
{
    /// <summary>The drive of the signed-in user.</summary>
    Me,

    /// <summary>The drive of the options; it has to be resolved before a request.</summary>
    Default,

    /// <summary>A drive by its id.</summary>
    Drive,

    /// <summary>The drive of a user, by id or user principal name.</summary>
    User,

    /// <summary>The drive of a group by its id.</summary>
    Group,

    /// <summary>The drive of a group by its e-mail address; it has to be resolved before a request.</summary>
    GroupEmail,

    /// <summary>The default library of a site, by id or by host and path.</summary>
    Site,
}
