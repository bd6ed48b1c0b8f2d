namespace OneDrive.Sdk.SharePoint;

/// <summary>The requests about retention and sensitivity labels of business drives.</summary>
internal static class LabelRequests
{
    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-getretentionlabel"/>.</summary>
    internal static OneDriveRequest<ItemRetentionLabel> GetRetentionLabel(ItemAddress item) => new()
    {
        Operation = "Labels.GetRetentionLabel",
        Path = RequestPath.Of(item, "retentionLabel"),
        Answer = ModelConverter<ItemRetentionLabel>.TypeInfo,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-setretentionlabel"/>.</summary>
    internal static OneDriveRequest<ItemRetentionLabel> SetRetentionLabel(ItemAddress item, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Patch("Labels.SetRetentionLabel", item, new RetentionLabelRequest { Name = name });
    }

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-lockorunlockrecord"/>.</summary>
    internal static OneDriveRequest<ItemRetentionLabel> SetRecordLock(ItemAddress item, bool isLocked) => Patch(
        "Labels.SetRecordLock",
        item,
        new RetentionLabelRequest { RetentionSettings = new RetentionSettingsRequest { IsRecordLocked = isLocked } });

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-removeretentionlabel"/>.</summary>
    internal static OneDriveRequest RemoveRetentionLabel(ItemAddress item) => new()
    {
        Operation = "Labels.RemoveRetentionLabel",
        Method = HttpMethod.Delete,
        Path = RequestPath.Of(item, "retentionLabel"),
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-extractsensitivitylabels"/>.</summary>
    internal static OneDriveRequest<SensitivityLabelsAnswer> ExtractSensitivityLabels(ItemAddress item) => new()
    {
        Operation = "Labels.ExtractSensitivityLabels",
        Method = HttpMethod.Post,
        Path = RequestPath.Of(item, "extractSensitivityLabels"),
        Body = OneDriveRequestBody.Empty,
        Answer = ModelConverter<SensitivityLabelsAnswer>.TypeInfo,
        AllowsEmptyAnswer = true,
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-assignsensitivitylabel"/>.</summary>
    internal static OneDriveRequest AssignSensitivityLabel(
        ItemAddress item, string sensitivityLabelId, AssignSensitivityLabelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sensitivityLabelId);
        var body = new AssignSensitivityLabelRequest
        {
            SensitivityLabelId = sensitivityLabelId,
            AssignmentMethod = options?.AssignmentMethod,
            JustificationText = options?.JustificationText,
        };
        return new()
        {
            Operation = "Labels.AssignSensitivityLabel",
            Method = HttpMethod.Post,
            Path = RequestPath.Of(item, "assignSensitivityLabel"),
            Body = OneDriveRequestBody.FromJson(body),
            IsIdempotent = true,
        };
    }

    private static OneDriveRequest<ItemRetentionLabel> Patch(string operation, ItemAddress item, RetentionLabelRequest body) => new()
    {
        Operation = operation,
        Method = HttpMethod.Patch,
        Path = RequestPath.Of(item, "retentionLabel"),
        Body = OneDriveRequestBody.FromJson(body),
        Answer = ModelConverter<ItemRetentionLabel>.TypeInfo,
        ResultRequest = GetRetentionLabel(item),
        IsIdempotent = true,
    };
}
