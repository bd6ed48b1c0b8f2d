using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IItemsClient
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

    /// <summary>
    /// Gets how often an item was used, since it exists and in the last seven days; supported on business drives only.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ItemAnalytics> GetAnalyticsAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Gets how often an item was used in one of two times; supported on business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="period">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ItemActivityStat> GetActivityStatAsync(
        ItemAddress item, AnalyticsPeriod period, CancellationToken cancellationToken = default);

    /// <summary>Gets how often an item was used, interval by interval; supported on business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="startDate">The first day.</param>
    /// <param name="endDate">The day after the last one.</param>
    /// <param name="interval">The length of an interval; daily values are limited to 90 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    Paged<ItemActivityStat> ListActivityStatsAsync(ItemAddress item, DateOnly startDate, DateOnly endDate, ActivityInterval interval);

    /// <summary>Lists what was done with an item; a preview of the service, supported on business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return, and how many entries a page has.</param>
    Paged<ItemActivity> ListActivitiesAsync(ItemAddress item, ListActivitiesOptions? options = null);
}
