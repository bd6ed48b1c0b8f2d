using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Clients;

internal sealed partial class ItemsClient
{
    public Task<ItemRetentionLabel> GetRetentionLabelAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, LabelCalls.GetRetentionLabel, cancellationToken);

    public Task<ItemRetentionLabel> SetRetentionLabelAsync(
        ItemAddress item, string name, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => LabelCalls.SetRetentionLabel(address, name), cancellationToken);

    public Task<ItemRetentionLabel> SetRecordLockAsync(
        ItemAddress item, bool isLocked, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => LabelCalls.SetRecordLock(address, isLocked), cancellationToken);

    public Task RemoveRetentionLabelAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, LabelCalls.RemoveRetentionLabel, cancellationToken);

    public Task AssignSensitivityLabelAsync(
        ItemAddress item,
        string sensitivityLabelId,
        AssignSensitivityLabelOptions? options = null,
        CancellationToken cancellationToken = default) =>
        calls.SendAsync(
            item, address => LabelCalls.AssignSensitivityLabel(address, sensitivityLabelId, options), cancellationToken);

    public async Task<ExtractSensitivityLabelsResult> ExtractSensitivityLabelsAsync(
        ItemAddress item, CancellationToken cancellationToken = default)
    {
        var answer = await calls.SendAsync(item, LabelCalls.ExtractSensitivityLabels, cancellationToken).ConfigureAwait(false);
        return answer.ToResult();
    }

    public Task<ItemAnalytics> GetAnalyticsAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, ActivityCalls.GetAnalytics, cancellationToken);

    public Task<ItemActivityStat> GetActivityStatAsync(
        ItemAddress item, AnalyticsPeriod period, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => ActivityCalls.GetActivityStat(address, period), cancellationToken);

    public Paged<ItemActivityStat> ListActivityStatsAsync(
        ItemAddress item, DateOnly startDate, DateOnly endDate, ActivityInterval interval) =>
        calls.List(item, address => ActivityCalls.ListActivityStats(address, startDate, endDate, interval));

    public Paged<ItemActivity> ListActivitiesAsync(ItemAddress item, ListActivitiesOptions? options = null) =>
        calls.List(item, address => ActivityCalls.List(address, options));
}
