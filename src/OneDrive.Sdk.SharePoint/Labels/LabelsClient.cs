namespace OneDrive.Sdk.SharePoint;

internal sealed class LabelsClient(IOneDriveClient client) : ILabelsClient
{
    public Task<ItemRetentionLabel> GetRetentionLabelAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        client.SendAsync(LabelRequests.GetRetentionLabel(item), cancellationToken);

    public Task<ItemRetentionLabel> SetRetentionLabelAsync(
        ItemAddress item, string name, CancellationToken cancellationToken = default) =>
        client.SendAsync(LabelRequests.SetRetentionLabel(item, name), cancellationToken);

    public Task<ItemRetentionLabel> SetRecordLockAsync(
        ItemAddress item, bool isLocked, CancellationToken cancellationToken = default) =>
        client.SendAsync(LabelRequests.SetRecordLock(item, isLocked), cancellationToken);

    public Task RemoveRetentionLabelAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        client.SendAsync(LabelRequests.RemoveRetentionLabel(item), cancellationToken);

    public Task AssignSensitivityLabelAsync(
        ItemAddress item,
        string sensitivityLabelId,
        AssignSensitivityLabelOptions? options = null,
        CancellationToken cancellationToken = default) =>
        client.SendAsync(LabelRequests.AssignSensitivityLabel(item, sensitivityLabelId, options), cancellationToken);

    public async Task<ExtractSensitivityLabelsResult> ExtractSensitivityLabelsAsync(
        ItemAddress item, CancellationToken cancellationToken = default)
    {
        var answer = await client.SendAsync(LabelRequests.ExtractSensitivityLabels(item), cancellationToken).ConfigureAwait(false);
        return answer.ToResult();
    }
}
