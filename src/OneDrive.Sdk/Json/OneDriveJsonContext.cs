using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Json;

/// <summary>
/// How everything on the wire is read and written, generated at compile time. Models are written by <see cref="ModelJson"/>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(WireDateConverter),
        typeof(OptionalNumberConverter<int>),
        typeof(OptionalNumberConverter<long>),
        typeof(OptionalNumberConverter<double>),
        typeof(ConflictBehaviorConverter),
        typeof(OpenValueConverter<AsyncJobState>),
        typeof(OpenValueConverter<BehaviorDuringRetentionPeriod>),
        typeof(OpenValueConverter<DriveItemSourceApplication>),
        typeof(OpenValueConverter<DriveKind>),
        typeof(OpenValueConverter<FolderSortBy>),
        typeof(OpenValueConverter<FolderSortOrder>),
        typeof(OpenValueConverter<FolderViewType>),
        typeof(OpenValueConverter<LifecycleEvent>),
        typeof(OpenValueConverter<MediaSourceContentCategory>),
        typeof(OpenValueConverter<PackageType>),
        typeof(OpenValueConverter<PermissionRole>),
        typeof(OpenValueConverter<PublicationLevel>),
        typeof(OpenValueConverter<QuotaState>),
        typeof(OpenValueConverter<SensitivityLabelAssignmentMethod>),
        typeof(OpenValueConverter<SharingLinkType>),
        typeof(OpenValueConverter<SharingScope>),
        typeof(OpenValueConverter<SpecialFolder>),
    ])]
[JsonSerializable(typeof(AsyncJobStatus))]
[JsonSerializable(typeof(Drive))]
[JsonSerializable(typeof(DriveItem))]
[JsonSerializable(typeof(DriveItemVersion))]
[JsonSerializable(typeof(DriveRecipient))]
[JsonSerializable(typeof(DirectoryGroup))]
[JsonSerializable(typeof(DirectoryUser))]
[JsonSerializable(typeof(ExtractSensitivityLabelsResult))]
[JsonSerializable(typeof(ItemActivity))]
[JsonSerializable(typeof(ItemActivityStat))]
[JsonSerializable(typeof(ItemAnalytics))]
[JsonSerializable(typeof(ItemPreviewInfo))]
[JsonSerializable(typeof(ItemRetentionLabel))]
[JsonSerializable(typeof(NotificationPayload))]
[JsonSerializable(typeof(Permission))]
[JsonSerializable(typeof(PermissionScope))]
[JsonSerializable(typeof(SharedDriveItem))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(Thumbnail))]
[JsonSerializable(typeof(ThumbnailSet))]
[JsonSerializable(typeof(UploadSession))]
[JsonSerializable(typeof(UserIdentity))]
[JsonSerializable(typeof(CollectionPage<Drive>))]
[JsonSerializable(typeof(CollectionPage<DriveItem>))]
[JsonSerializable(typeof(CollectionPage<DriveItemVersion>))]
[JsonSerializable(typeof(CollectionPage<DirectoryGroup>))]
[JsonSerializable(typeof(CollectionPage<DirectoryUser>))]
[JsonSerializable(typeof(CollectionPage<ColumnDefinition>))]
[JsonSerializable(typeof(CollectionPage<ItemActivity>))]
[JsonSerializable(typeof(CollectionPage<DocumentSetVersion>))]
[JsonSerializable(typeof(CollectionPage<ListContentType>))]
[JsonSerializable(typeof(CollectionPage<ListItem>))]
[JsonSerializable(typeof(CollectionPage<ListItemVersion>))]
[JsonSerializable(typeof(CollectionPage<Site>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(DocumentSetVersion))]
[JsonSerializable(typeof(ListItem))]
[JsonSerializable(typeof(ListItemVersion))]
[JsonSerializable(typeof(SharePointList))]
[JsonSerializable(typeof(Site))]
[JsonSerializable(typeof(CollectionPage<ItemActivityStat>))]
[JsonSerializable(typeof(CollectionPage<Permission>))]
[JsonSerializable(typeof(CollectionPage<Subscription>))]
[JsonSerializable(typeof(CollectionPage<ThumbnailSet>))]
[JsonSerializable(typeof(CommitUploadRequest))]
[JsonSerializable(typeof(AddSharedFolderRequest))]
[JsonSerializable(typeof(BatchAnswers))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(AssignSensitivityLabelRequest))]
[JsonSerializable(typeof(BundleChildRequest))]
[JsonSerializable(typeof(CheckInRequest))]
[JsonSerializable(typeof(CopyItemRequest))]
[JsonSerializable(typeof(CreateBundleRequest))]
[JsonSerializable(typeof(CreateFileRequest))]
[JsonSerializable(typeof(CreateFolderRequest))]
[JsonSerializable(typeof(CreateLinkRequest))]
[JsonSerializable(typeof(CreateSubscriptionRequest))]
[JsonSerializable(typeof(CreateUploadSessionRequest))]
[JsonSerializable(typeof(DocumentSetVersionRequest))]
[JsonSerializable(typeof(FieldsRequest))]
[JsonSerializable(typeof(InviteRequest))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(RenewSubscriptionRequest))]
[JsonSerializable(typeof(RestoreItemRequest))]
[JsonSerializable(typeof(RetentionLabelRequest))]
[JsonSerializable(typeof(SensitivityLabelsAnswer))]
[JsonSerializable(typeof(UpdateDriveRequest))]
[JsonSerializable(typeof(UpdateItemRequest))]
[JsonSerializable(typeof(UpdatePermissionRequest))]
[JsonSerializable(typeof(ValidatePermissionRequest))]
internal sealed partial class OneDriveJsonContext : JsonSerializerContext;
