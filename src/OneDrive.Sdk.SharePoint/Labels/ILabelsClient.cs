namespace OneDrive.Sdk.SharePoint;

/// <summary>Retention and sensitivity labels; supported on business drives only.</summary>
public interface ILabelsClient
{
    /// <summary>Gets the retention label of an item; supported on business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ItemRetentionLabel> GetRetentionLabelAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Sets the retention label of an item; supported on business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="name">The name of the label.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    Task<ItemRetentionLabel> SetRetentionLabelAsync(ItemAddress item, string name, CancellationToken cancellationToken = default);

    /// <summary>Locks or unlocks an item whose label makes it a record.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isLocked">Whether the record is locked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ItemRetentionLabel> SetRecordLockAsync(ItemAddress item, bool isLocked, CancellationToken cancellationToken = default);

    /// <summary>Removes the retention label of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RemoveRetentionLabelAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Sets the sensitivity label of a file. The service applies the label asynchronously and charges for the call.</summary>
    /// <param name="item">The file.</param>
    /// <param name="sensitivityLabelId">The id of the label; an empty text removes the label.</param>
    /// <param name="options">The justification.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ResourceLockedException">The file is encrypted in a way that the service cannot change.</exception>
    Task AssignSensitivityLabelAsync(
        ItemAddress item,
        string sensitivityLabelId,
        AssignSensitivityLabelOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Extracts the sensitivity labels of a file, and updates the metadata at the service.</summary>
    /// <param name="item">The file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ResourceLockedException">The file is encrypted in a way that the service cannot read.</exception>
    Task<ExtractSensitivityLabelsResult> ExtractSensitivityLabelsAsync(ItemAddress item, CancellationToken cancellationToken = default);
}
