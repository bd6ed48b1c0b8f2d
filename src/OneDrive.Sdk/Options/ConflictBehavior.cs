namespace OneDrive.Sdk;

/// <summary>What happens when the destination already has an item of the same name.</summary>
public enum ConflictBehavior
{
    /// <summary>The call fails with <see cref="ItemConflictException"/> and nothing changes.</summary>
    Fail,

    /// <summary>The new item takes the place of the old one.</summary>
    Replace,

    /// <summary>The service gives the new item another name, by appending a number.</summary>
    Rename,
}
