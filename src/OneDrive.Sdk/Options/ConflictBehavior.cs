namespace OneDrive.Sdk;

/// <summary>The behavior when the destination already contains an item with the same name.</summary>
public enum ConflictBehavior
{
    /// <summary>The call throws an <see cref="ItemConflictException"/>, and nothing is changed.</summary>
    Fail,

    /// <summary>The new item replaces the existing one.</summary>
    Replace,

    /// <summary>The service renames the new item by appending a number.</summary>
    Rename,
}
